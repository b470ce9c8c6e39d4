package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.returns.ReturnService;

/** What may still be given back for an order. */
final class Refunds {

  private final Commerce commerce;
  private final CallContext context;

  Refunds(Shop shop) {
    this.commerce = shop.commerce();
    this.context = shop.context();
  }

  /**
   * Refuses what is more than was taken and not given back yet.
   *
   * @throws RefusedException {@code return.amount_exceeded}
   */
  void check(OrderId order, Money amount) {
    Money left = left(order);
    if (amount.compareTo(left) > 0) {
      throw new RefusedException(
          ReturnService.AMOUNT_EXCEEDED,
          "Only " + left + " of the order's money is left to be given back, not " + amount + ".",
          Facts.of("remaining", left));
    }
  }

  private Money left(OrderId order) {
    Money left = Money.zero(Shop.GBP);
    for (PaymentId id : commerce.orders().get(context, order).payments()) {
      Payment payment = commerce.payments().get(context, id);
      left = left.plus(payment.captured()).minus(payment.refunded());
    }
    return left;
  }
}
