package io.omnicommerce.core.returns;

import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.core.order.OrderShares;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.core.payment.Waivers;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderOrigin;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came back and is not given back, since it was never collected: what nobody has paid of an
 * order is taken first from what goes back. So the money that is kept is what is due for what the
 * customer keeps, or all that was collected if that is less.
 */
public final class Withheld {

  private Withheld() {}

  /** Of all that came back of an order and was refunded, or is about to be. */
  public static Money of(Session session, Order order) {
    Money none = Money.zero(order.due().currency());
    return order.lines().stream().allMatch(line -> line.returned().isZero())
        ? none
        : Money.sum(none.currency(), all(session, order));
  }

  private static List<Money> all(Session session, Order order) {
    List<String> plans =
        ReturnDocuments.ofOrder(session, order.id()).stream()
            .map(stored -> RmaRefunds.planId(stored.value().id()))
            .toList();
    return session.documents().findAll(ReturnDocuments.PLAN, plans).values().stream()
        .map(stored -> stored.value().withheld())
        .toList();
  }

  /** Of one return, as it was written down; nothing if it was not. */
  static Money of(Session session, Rma rma, Money worth) {
    return session
        .documents()
        .find(ReturnDocuments.PLAN, RmaRefunds.planId(rma.id()))
        .map(stored -> stored.value().withheld())
        .orElse(Money.zero(worth.currency()));
  }

  /**
   * Of one return when it is refunded now. Where nothing was collected nothing is withheld: there
   * is nothing to give back yet.
   *
   * @param before what was written down of it
   */
  static Money from(Session session, Order order, Money worth, Money before) {
    Collection<Payment> payments = Refunds.paymentsOf(session, order.payments()).values();
    boolean any = payments.stream().anyMatch(paid -> PaymentRules.refundable(paid).isPositive());
    Money missing = any ? missing(session, order, payments) : Money.zero(worth.currency());
    return before.plus(missing.min(worth.minus(before)));
  }

  /**
   * What the order comes to and nobody has paid, here or where it was placed. For what has not left
   * yet there may be a promise: it is captured when that leaves.
   */
  private static Money missing(Session session, Order order, Collection<Payment> payments) {
    Money missing = order.due().minus(of(session, order));
    missing = order.origin().map(OrderOrigin::settled).map(missing::minus).orElse(missing);
    Money promised = Money.zero(missing.currency());
    for (Payment payment : payments) {
      missing = missing.minus(payment.captured()).plus(payment.surplus());
      promised = promised.plus(payment.capturable());
    }
    return missing.minus(promised.min(open(order))).max(Money.zero(missing.currency()));
  }

  private static Money open(Order order) {
    Map<LineId, Quantity> open = new HashMap<>();
    order.lines().forEach(line -> open.put(line.priced().id(), line.open()));
    return OrderShares.of(order, open);
  }

  /**
   * The order says so, which also lets no cancellation come between, and nothing of it is captured
   * any more.
   *
   * @param more what is withheld beyond what was before
   */
  static void write(
      Session session, Stored<Order> stored, RmaId rma, Money more, Decision.Builder decision) {
    Order order =
        OrderRules.progressed(
            stored.value(),
            List.of(),
            "withheld",
            more + ": " + rma,
            session.context(),
            session.now());
    decision
        .save(DocumentWrite.update(OrderDocuments.TYPE, stored, order))
        .event(OrderDocuments.event(order, new OrderEvent.OrderProgressed(order.id(), "withheld")));
    Money due = order.due().minus(of(session, order)).minus(more);
    IdempotencyKey key =
        IdempotencyKey.of("return-" + Fingerprint.of(rma.value()).substring(0, 40));
    new Waivers(session, decision, key).add(order.payments(), due, Map.of());
  }
}
