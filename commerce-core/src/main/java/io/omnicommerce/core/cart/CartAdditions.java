package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Market;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.core.price.PriceDocuments;
import io.omnicommerce.core.price.PriceFacts;
import io.omnicommerce.core.price.PriceFloors;
import io.omnicommerce.core.price.PriceQuestion;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.storage.Session;
import java.util.Collection;
import java.util.List;

/** What is looked at before lines are added, or prices are set by hand. */
final class CartAdditions {

  private CartAdditions() {}

  static Cart add(Session session, Cart cart, List<NewLine> asked) {
    List<NewLine> priced = asked.stream().filter(line -> line.price().isPresent()).toList();
    if (!priced.isEmpty()) {
      session.context().actor().require(PriceService.OVERRIDE);
    }
    Cart changed =
        CartRules.add(cart, asked, facts(session, cart, asked.stream().map(NewLine::sku).toList()));
    if (!priced.isEmpty()) {
      PriceFacts prices = prices(session, cart, priced.stream().map(NewLine::sku).toList());
      priced.forEach(
          line ->
              line.price()
                  .ifPresent(price -> checkFloor(prices, line.sku(), line.quantity(), price)));
    }
    return changed;
  }

  /** What a change of lines looks at; the cart's currency must be one that the channel takes. */
  static CartFacts facts(Session session, Cart cart, Collection<Sku> skus) {
    ChannelSettings settings = ChannelDocuments.settings(session);
    Market market = settings.market();
    market.checkCurrency(cart.currency());
    return new CartFacts(
        CatalogDocuments.require(session, skus),
        settings.conventions().overQuantity(),
        session.context(),
        session.now());
  }

  static void checkFloor(Session session, Cart cart, CartLine line, UnitPrice price) {
    checkFloor(prices(session, cart, List.of(line.sku())), line.sku(), line.quantity(), price);
  }

  private static void checkFloor(PriceFacts prices, Sku sku, Quantity quantity, UnitPrice price) {
    PriceFloors.refusal(prices, sku, quantity, price)
        .map(Refusal::asException)
        .ifPresent(
            refused -> {
              throw refused;
            });
  }

  private static PriceFacts prices(Session session, Cart cart, Collection<Sku> skus) {
    PriceQuestion question =
        PriceQuestion.of(
            ChannelDocuments.settings(session),
            session.context(),
            CustomerDocuments.buyer(session, cart.owner().knownCustomer()),
            CartPricing.destination(cart),
            cart.currency(),
            session.now());
    return PriceDocuments.facts(session, question, skus.stream().distinct().toList());
  }
}
