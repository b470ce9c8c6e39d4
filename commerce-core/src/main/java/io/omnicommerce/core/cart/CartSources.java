package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.SourceLocations;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.delivery.SourcingAsk;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a cart's goods come from. */
public final class CartSources {

  private CartSources() {}

  /**
   * The locations that may serve a cart, the preferred ones first: the channel's, or the one where
   * the customer picks up, with what may be sent there.
   */
  public static List<LocationId> locations(Session session, ChannelSettings settings, Cart cart) {
    return SourceLocations.of(session, settings, cart.delivery().flatMap(DeliveryChoice::pickup));
  }

  /** The lines that are goods: what nobody carries, or nobody knows, has no stock. */
  public static List<CartLine> goods(Cart cart, Entries entries) {
    List<CartLine> goods = new ArrayList<>();
    for (CartLine line : cart.lines()) {
      if (entries.skus().contains(line.sku()) && entries.of(line.sku()).shippable()) {
        goods.add(line);
      }
    }
    return goods;
  }

  /** The lines that promotions have added to a cart. */
  public static List<CartLine> gifts(Cart cart, PricedCart priced) {
    return priced.lines().stream()
        .filter(line -> cart.line(line.id()).isEmpty())
        .map(
            line ->
                new CartLine(
                    line.id(), line.sku(), line.quantity(), Optional.empty(), Optional.empty()))
        .toList();
  }

  /** The group that holds what is reserved for a cart. */
  public static Optional<BatchId> hold(Cart cart) {
    return cart.reservation().map(CartDocuments::hold);
  }

  /**
   * The sources of each line of goods, in the order of the lines. What the cart has reserved itself
   * counts as free: it is released in the decision that takes it again.
   */
  public static List<StockSource> choose(
      Sourcer sourcer, Session session, ChannelSettings settings, Cart cart, Entries entries) {
    return choose(sourcer, session, settings, cart, entries, List.of());
  }

  /** As the other, with lines that promotions add behind those of the cart. */
  public static List<StockSource> choose(
      Sourcer sourcer,
      Session session,
      ChannelSettings settings,
      Cart cart,
      Entries entries,
      List<CartLine> gifts) {
    List<CartLine> goods = new ArrayList<>(goods(cart, entries));
    for (CartLine gift : gifts) {
      if (entries.of(gift.sku()).shippable()) {
        goods.add(gift);
      }
    }
    List<SkuQuantity> wanted = new ArrayList<>(goods.size());
    for (CartLine line : goods) {
      wanted.add(SkuQuantity.of(line.sku(), line.quantity()));
    }
    return sourcer.choose(session, ask(session, settings, cart, entries).withLines(wanted));
  }

  /** What the cart could have of each of some goods, with what it has reserved itself. */
  static Map<Sku, Quantity> available(
      Sourcer sourcer, Session session, ChannelSettings settings, Cart cart, Entries entries) {
    List<CatalogEntry> carried =
        entries.bySku().values().stream().filter(CatalogEntry::shippable).toList();
    return carried.isEmpty()
        ? Map.of()
        : sourcer.available(session, ask(session, settings, cart, entries), carried);
  }

  private static SourcingAsk ask(
      Session session, ChannelSettings settings, Cart cart, Entries entries) {
    return new SourcingAsk(
        settings,
        List.of(),
        entries,
        locations(session, settings, cart),
        cart.delivery().flatMap(DeliveryChoice::address),
        cart.delivery().flatMap(DeliveryChoice::pickup),
        hold(cart));
  }
}
