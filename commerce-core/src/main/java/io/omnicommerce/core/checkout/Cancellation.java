package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.fulfillment.Flow;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.fulfillment.FulfillmentRules;
import io.omnicommerce.core.inventory.PromisedGoods;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.core.order.OrderShares;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.core.payment.Waivers;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.returns.Surpluses;
import io.omnicommerce.core.returns.Withheld;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderAction;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Undoes an order of which nothing has left: in one decision, and then its money outside of it. */
final class Cancellation {

  private static final String COMMAND = "checkout.cancel";
  private static final String PART = "checkout.cancel_part";

  private final Storage storage;
  private final CorePaymentService payments;
  private final Pricing pricing;
  private final StateMachine<OrderStatus, OrderAction> flow;
  private final Flow jobs;

  Cancellation(
      Storage storage,
      CorePaymentService payments,
      Pricing pricing,
      StateMachine<OrderStatus, OrderAction> flow,
      Flow jobs) {
    this.storage = storage;
    this.payments = payments;
    this.pricing = pricing;
    this.flow = flow;
    this.jobs = jobs;
  }

  Order cancel(CallContext context, OrderId id, String reason, IdempotencyKey key) {
    Order cancelled = storage.inTransaction(context, session -> cancel(session, id, reason, key));
    settle(context, cancelled);
    return cancelled;
  }

  Order cancel(
      CallContext context,
      OrderId id,
      Map<LineId, Quantity> quantities,
      String reason,
      IdempotencyKey key) {
    Order cancelled =
        storage.inTransaction(context, session -> cancel(session, id, quantities, reason, key));
    settle(context, cancelled);
    return cancelled;
  }

  /**
   * Gives back what is due, for a part or for all of it, outside of any transaction. Of a part that
   * was paid in cash it stays due until somebody hands it out.
   */
  void settle(CallContext context, Order order) {
    boolean handsOut = context.actor().may(ReturnService.REFUND);
    boolean all = order.status() == OrderStatus.CANCELLED;
    for (PaymentId payment : order.payments()) {
      if (all || handsOut || !payments.isByHand(context, payment)) {
        payments.giveBack(context, payment, handsOut);
      }
    }
  }

  private Order cancel(
      Session session,
      OrderId id,
      Map<LineId, Quantity> quantities,
      String reason,
      IdempotencyKey key) {
    Stored<Order> stored = theirs(session, id);
    String content = id + "\n" + quantities + "\n" + reason;
    Optional<String> known = Commands.resultOf(session, PART, key, content);
    if (known.isPresent()) {
      return stored.value();
    }
    Order order = stored.value();
    flow.fire(order.status(), OrderAction.CANCEL, OrderService.ILLEGAL_TRANSITION);
    Map<LineId, Quantity> all =
        GiftLines.following(
            session, pricing, order, quantities, PartCancellation.of(order, quantities).lines());
    PartCancellation part = PartCancellation.of(order, all);
    DocumentWrite<?> done =
        Commands.done(session, PART, key, content, Integer.toString(order.amendments().size() + 1));
    if (isEverything(order, part.lines())) {
      return whole(session, stored, reason, done);
    }
    Order cancelled =
        OrderRules.partlyCancelled(
            order,
            part.lines(),
            OrderShares.of(order, all),
            reason,
            session.context(),
            session.now());
    Amendment last = cancelled.amendments().get(cancelled.amendments().size() - 1);
    Decision.Builder decision =
        Decision.builder()
            .save(DocumentWrite.update(OrderDocuments.TYPE, stored, cancelled))
            .save(done)
            .event(
                OrderDocuments.event(
                    cancelled, new OrderEvent.OrderAmended(id, last.number(), last.difference())));
    part.steps().forEach(decision::step);
    owe(session, decision, cancelled);
    FulfillmentDocuments.ofOrder(session, id).forEach(job -> reduce(decision, job, part));
    Results.commit(session, decision.build());
    return cancelled;
  }

  /**
   * What was captured beyond what the order comes to by its last amendment is due back, and what
   * may be captured beyond it is waived.
   */
  void owe(Session session, Decision.Builder decision, Order order) {
    Amendment last = order.amendments().get(order.amendments().size() - 1);
    Map<PaymentId, Money> surpluses = Surpluses.of(session, order, last.difference().negated());
    surpluses.keySet().forEach(id -> checkMayAsk(PaymentDocuments.require(session, id).value()));
    waive(session, decision, order, surpluses);
  }

  static void waive(
      Session session, Decision.Builder decision, Order order, Map<PaymentId, Money> surpluses) {
    IdempotencyKey key = IdempotencyKey.of("amendment-" + order.amendments().size());
    Money due = order.due().minus(Withheld.of(session, order));
    new Waivers(session, decision, key).add(order.payments(), due, surpluses);
  }

  private void checkMayAsk(Payment payment) {
    if (payment.tender().kind() == Tender.Kind.CARD && storage.joinsHostTransaction()) {
      throw CorePaymentService.externalCall();
    }
  }

  private static boolean isEverything(Order order, List<OrderLine> changed) {
    return order.lines().stream()
        .map(
            line ->
                changed.stream()
                    .filter(other -> other.priced().id().equals(line.priced().id()))
                    .findFirst()
                    .orElse(line))
        .allMatch(line -> line.cancelled().equals(line.ordered()));
  }

  private static void reduce(
      Decision.Builder decision, Stored<Fulfillment> job, PartCancellation part) {
    part.reduced(job.value()).ifPresent(less -> FulfillmentDocuments.reduce(decision, job, less));
  }

  private Order cancel(Session session, OrderId id, String reason, IdempotencyKey key) {
    Stored<Order> stored = theirs(session, id);
    String content = id + "\n" + reason;
    if (Commands.resultOf(session, COMMAND, key, content).isPresent()) {
      return stored.value();
    }
    return whole(
        session, stored, reason, Commands.done(session, COMMAND, key, content, id.value()));
  }

  private Order whole(Session session, Stored<Order> stored, String reason, DocumentWrite<?> done) {
    Decision.Builder decision = Decision.builder().save(done);
    Order cancelled = whole(session, stored, reason, decision);
    FulfillmentDocuments.ofOrder(session, cancelled.id()).forEach(job -> end(decision, job));
    Results.commit(session, decision.build());
    return cancelled;
  }

  /** All of an order but its jobs: what is held for it, and its money. */
  Order whole(Session session, Stored<Order> stored, String reason, Decision.Builder decision) {
    Order order = stored.value();
    checkNothingLeft(order);
    checkMayAsk(session, order);
    Order cancelled = OrderRules.cancelled(flow, order, reason, session.context(), session.now());
    decision
        .save(DocumentWrite.update(OrderDocuments.TYPE, stored, cancelled))
        .event(
            OrderDocuments.event(
                cancelled,
                new OrderEvent.OrderStatusChanged(
                    order.id(), order.status(), cancelled.status(), reason)));
    order.payments().forEach(payment -> dueBack(session, decision, payment));
    order.groups().forEach(group -> release(session, decision, order, BatchId.of(group)));
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
              PromisedGoods.of(session, Optional.of(group)).end(decision);
            });
  }

  /** With the decision itself, so that no capture comes between it and its money. */
  private static void dueBack(Session session, Decision.Builder decision, PaymentId id) {
    Stored<Payment> stored = PaymentDocuments.require(session, id);
    Payment due = PaymentRules.dueBack(stored.value());
    if (!due.equals(stored.value())) {
      decision
          .save(PaymentDocuments.changed(stored, due))
          .event(PaymentDocuments.progressed(due, "due_back", due.amount()));
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

  private void end(Decision.Builder decision, Stored<Fulfillment> job) {
    Fulfillment before = job.value();
    if (jobs.table().next(before.step(), FulfillmentAction.CANCEL).isEmpty()) {
      return;
    }
    Fulfillment ended = FulfillmentRules.cancelled(jobs, before);
    decision
        .save(DocumentWrite.update(FulfillmentDocuments.TYPE, job, ended))
        .event(
            FulfillmentDocuments.event(
                ended, new FulfillmentEvent.FulfillmentCancelled(ended.id(), ended.order())));
  }
}
