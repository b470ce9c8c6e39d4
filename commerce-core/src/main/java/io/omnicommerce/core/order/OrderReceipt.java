package io.omnicommerce.core.order;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.core.pricing.Receipt;
import io.omnicommerce.core.pricing.Titling;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.Titles;
import io.omnicommerce.storage.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what an order costs, from what was frozen with it. */
final class OrderReceipt {

  private final Session session;
  private final Order order;

  OrderReceipt(Session session, Order order) {
    this.session = session;
    this.order = order;
  }

  /**
   * @param again its price, computed again, if it is known what from
   */
  String text(Optional<PricedCart> again) {
    PricedCart frozen = frozen(again);
    return "Order "
        + order.number()
        + '\n'
        + Receipt.of(frozen, titles(frozen))
        + again.map(PricedCart::totals).map(totals -> changed(totals.grand())).orElse("");
  }

  private PricedCart frozen(Optional<PricedCart> again) {
    return new PricedCart(
        order.lines().stream().map(OrderLine::priced).toList(),
        order.charges(),
        List.of(),
        order.totals(),
        order.trace(),
        again.map(PricedCart::at).orElse(order.placedAt()));
  }

  private Titles titles(PricedCart frozen) {
    Map<Sku, String> goods = new HashMap<>();
    order.lines().forEach(line -> goods.put(line.priced().sku(), line.title()));
    return Titling.of(session, goods, frozen.trace().steps(), frozen.at());
  }

  private String changed(Money grand) {
    return grand.equals(order.totals().grand())
        ? ""
        : "Computed again it would be " + grand + ": a rule of the shop's own code has changed.\n";
  }
}
