package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.fulfillment.FulfillmentRules;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentFlow;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderAction;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;

/** Undoes an order of which nothing has left: in one decision, and then its money outside of it. */
final class Cancellation {

  private static final String COMMAND = "checkout.cancel";

  private final Storage storage;
  private final CorePaymentService payments;
  private final StateMachine<OrderStatus, OrderAction> flow;

  Cancellation(
      Storage storage, CorePaymentService payments, StateMachine<OrderStatus, OrderAction> flow) {
    this.storage = storage;
    this.payments = payments;
    this.flow = flow;
  }

  Order cancel(CallContext context, OrderId id, String reason, IdempotencyKey key) {
    Order cancelled = storage.inTransaction(context, session -> cancel(session, id, reason, key));
    for (PaymentId payment : cancelled.payments()) {
      payments.giveBack(context, payment, context.actor().may(ReturnService.REFUND));
    }
    return cancelled;
  }

  private Order cancel(Session session, OrderId id, String reason, IdempotencyKey key) {
    Stored<Order> stored = theirs(session, id);
    String content = id + "\n" + reason;
    if (Commands.resultOf(session, COMMAND, key, content).isPresent()) {
      return stored.value();
    }
    Order order = stored.value();
    checkNothingLeft(order);
    checkMayAsk(session, order);
    Order cancelled = OrderRules.cancelled(flow, order, reason, session.context(), session.now());
    Decision.Builder decision =
        Decision.builder()
            .save(DocumentWrite.update(OrderDocuments.TYPE, stored, cancelled))
            .save(Commands.done(session, COMMAND, key, content, id.value()))
            .event(
                OrderDocuments.event(
                    cancelled,
                    new OrderEvent.OrderStatusChanged(
                        id, order.status(), cancelled.status(), reason)));
    order.payments().forEach(payment -> dueBack(session, decision, payment));
    FulfillmentDocuments.ofOrder(session, id).forEach(job -> end(decision, job));
    order.groups().forEach(group -> release(session, decision, order, BatchId.of(group)));
    Results.commit(session, decision.build());
    return cancelled;
  }

  private static void release(Session session, Decision.Builder decision, Order order, BatchId id) {
    session
        .ledger()
        .batch(id)
        .filter(group -> !group.state().isEnded())
        .ifPresent(
            group -> {
              UsesKept.of(session, group, order.channel()).forEach(decision::step);
              decision.step(new LedgerStep.Release(id));
            });
  }

  /** With the decision itself, so that no capture comes between it and its money. */
  private static void dueBack(Session session, Decision.Builder decision, PaymentId id) {
    Stored<Payment> stored = PaymentDocuments.require(session, id);
    Payment due = PaymentRules.dueBack(stored.value());
    if (!due.equals(stored.value())) {
      decision.save(PaymentDocuments.changed(stored, due));
    }
  }

  private static Stored<Order> theirs(Session session, OrderId id) {
    return OrderDocuments.find(session, id)
        .filter(
            stored ->
                stored.value().owner().is(session.context().actor())
                    || session.context().actor().may(CheckoutService.CANCEL))
        .orElseThrow(() -> OrderDocuments.notFound(id));
  }

  private static void checkNothingLeft(Order order) {
    for (OrderLine line : order.lines()) {
      if (!line.shipped().isZero()) {
        throw new RefusedException(
            CheckoutService.NOT_CANCELLABLE,
            "Some of the order has left already. Take it back as a return.",
            Facts.of("line", line.priced().id()).with("shipped", line.shipped()));
      }
    }
  }

  private void checkMayAsk(Session session, Order order) {
    if (storage.joinsHostTransaction()
        && order.payments().stream()
            .map(payment -> PaymentDocuments.require(session, payment).value())
            .anyMatch(Cancellation::hasMoneyAtTheGateway)) {
      throw CorePaymentService.externalCall();
    }
  }

  private static boolean hasMoneyAtTheGateway(Payment payment) {
    return payment.tender().kind() == Tender.Kind.CARD
        && payment.status() == PaymentStatus.AUTHORIZED;
  }

  private static void end(Decision.Builder decision, Stored<Fulfillment> job) {
    Fulfillment before = job.value();
    if (FulfillmentFlow.STANDARD.next(before.step(), FulfillmentAction.CANCEL).isEmpty()) {
      return;
    }
    Fulfillment ended = FulfillmentRules.cancelled(before);
    decision
        .save(DocumentWrite.update(FulfillmentDocuments.TYPE, job, ended))
        .event(
            FulfillmentDocuments.event(
                ended, new FulfillmentEvent.FulfillmentCancelled(ended.id(), ended.order())));
  }
}
