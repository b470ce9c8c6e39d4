package io.omnicommerce.core.returns;

import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.storage.Session;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which payments have captured too much, since their order came to less. */
public final class Surpluses {

  private Surpluses() {}

  /**
   * What each payment is to give back. What earlier ones made too much is not counted again, though
   * the order may have come to more in between; what came back with goods is no part of it, since
   * the order still costs it, but for what of them was never collected.
   *
   * @param order as it is now
   * @param less how much less it came to by what is decided: more than that is not given back
   */
  public static Map<PaymentId, Money> of(Session session, Order order, Money less) {
    Collection<Payment> payments = Refunds.paymentsOf(session, order.payments()).values();
    Money beyond = Withheld.of(session, order).minus(order.due());
    for (Payment payment : payments) {
      beyond = beyond.plus(payment.captured()).minus(payment.surplus());
    }
    Map<PaymentId, Money> surpluses = new LinkedHashMap<>();
    Money left = beyond.min(less);
    for (Payment payment : sorted(session, order, payments)) {
      Money part = PaymentRules.refundable(payment).minus(PaymentRules.due(payment)).min(left);
      if (part.isPositive()) {
        surpluses.put(payment.id(), part);
        left = left.minus(part);
      }
    }
    return surpluses;
  }

  private static List<Payment> sorted(Session session, Order order, Collection<Payment> payments) {
    return RefundRules.sorted(payments, Refunds.refundOrder(session, order, payments));
  }
}
