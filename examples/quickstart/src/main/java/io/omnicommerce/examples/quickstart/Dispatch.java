package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.PaymentId;
import java.util.Optional;

/** Sees an order through: it is confirmed, all of it leaves at once, and the money is taken. */
final class Dispatch {

  private final Commerce commerce;
  private final CallContext context;

  Dispatch(Shop shop) {
    this.commerce = shop.commerce();
    this.context = shop.context();
  }

  Order confirm(OrderId order) {
    return commerce.orders().confirm(context, order);
  }

  /** Books all goods of an order out. */
  void ship(Order order) {
    for (Fulfillment job : commerce.fulfillment().ofOrder(context, order.id())) {
      commerce
          .fulfillment()
          .shipAll(context, job.id(), Optional.empty(), IdempotencyKey.of("ship-" + job.id()));
    }
  }

  /** Takes what the order costs; what costs nothing has no payment. */
  Money capture(Order order) {
    Money captured = Money.zero(Shop.GBP);
    for (PaymentId payment : order.payments()) {
      captured =
          captured.plus(
              commerce
                  .payments()
                  .capture(
                      context,
                      payment,
                      order.totals().grand(),
                      IdempotencyKey.of("capture-" + payment))
                  .captured());
    }
    return captured;
  }
}
