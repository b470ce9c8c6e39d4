package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartView;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.core.pricing.PricingResult;
import io.omnicommerce.inventory.AwaitedGoods;
import io.omnicommerce.pricing.OfferedGift;
import io.omnicommerce.storage.Session;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a cart as it is here and now. */
final class CartViews {

  private CartViews() {}

  /** A view, and what the tax service is to be asked before it counts. */
  record Viewed(CartView view, Optional<TaxQuestion> open) {}

  static Viewed view(CartPricing pricing, Session session, Cart cart, TaxAsking asking) {
    ChannelSettings settings = ChannelDocuments.settings(session);
    Entries entries =
        new Entries(
            CatalogDocuments.find(session, cart.lines().stream().map(CartLine::sku).toList()));
    List<Refusal> problems = new ArrayList<>(ProblemRules.of(cart, entries, session.context()));
    Optional<Refusal> currency = currency(settings, cart);
    if (currency.isPresent()) {
      List<StockSource> sources =
          CartSources.choose(pricing.sourcer(), session, settings, cart, entries);
      problems.addAll(shortages(sources));
      problems.add(currency.get());
      CartView view =
          new CartView(
              cart,
              Optional.empty(),
              List.of(),
              CartSources.available(pricing.sourcer(), session, settings, cart, entries),
              awaited(sources),
              problems);
      return new Viewed(view, Optional.empty());
    }
    PricingResult result = pricing.tryPrice(session, cart, session.now(), asking);
    List<OfferedGift> gifts = result.gifts().get();
    Entries all = gifts.isEmpty() ? entries : with(session, entries, gifts);
    List<CartLine> given =
        result.priced().map(priced -> CartSources.gifts(cart, priced)).orElse(List.of());
    List<StockSource> sources =
        CartSources.choose(pricing.sourcer(), session, settings, cart, all, given);
    problems.addAll(shortages(sources));
    problems.addAll(result.problems());
    CartView view =
        new CartView(
            cart,
            result.priced(),
            gifts,
            CartSources.available(pricing.sourcer(), session, settings, cart, all),
            awaited(sources),
            problems);
    return new Viewed(view, result.open());
  }

  /** The entries of a cart's goods, and of all that can be chosen with them. */
  private static Entries with(Session session, Entries entries, List<OfferedGift> gifts) {
    Map<Sku, CatalogEntry> all = new HashMap<>(entries.bySku());
    all.putAll(
        CatalogDocuments.find(
            session, gifts.stream().flatMap(gift -> gift.choice().stream()).distinct().toList()));
    return new Entries(all);
  }

  private static List<AwaitedGoods> awaited(List<StockSource> sources) {
    return sources.stream().flatMap(source -> source.awaited().stream()).toList();
  }

  private static List<Refusal> shortages(List<StockSource> sources) {
    return sources.stream()
        .filter(source -> !source.isCovered())
        .map(StockSource::refusal)
        .toList();
  }

  private static Optional<Refusal> currency(ChannelSettings settings, Cart cart) {
    try {
      settings.market().checkCurrency(cart.currency());
      return Optional.empty();
    } catch (InvalidInputException refused) {
      return Optional.of(
          Refusal.of(refused.code(), String.valueOf(refused.getMessage()), refused.facts()));
    }
  }
}
