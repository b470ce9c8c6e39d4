package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.NewLine;
import io.omnicommerce.checkout.AmendmentPreview;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.inventory.Elsewhere;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.Map;
import java.util.Optional;

/** Changes what was agreed: shows first what it would come to, and does that or nothing. */
final class Amending {

  private static final String COMMAND = "checkout.amend";

  private final Storage storage;
  private final Pricing pricing;

  Amending(Storage storage, Pricing pricing) {
    this.storage = storage;
    this.pricing = pricing;
  }

  AmendmentPreview preview(CallContext context, OrderId id, AmendmentRequest request) {
    check(context, request);
    return storage.inTransaction(
        inChannel(context, id), session -> draft(session, id, request).preview());
  }

  Order amend(
      CallContext context,
      OrderId id,
      AmendmentRequest request,
      String fingerprint,
      IdempotencyKey key) {
    check(context, request);
    CallContext there = inChannel(context, id);
    return Elsewhere.deciding(
        elsewhere ->
            storage.inTransaction(
                there,
                session -> amend(session, id, request, fingerprint, key, context, elsewhere)));
  }

  /** Who adds something at a price of its own, or sets one, needs to be allowed to. */
  private static void check(CallContext context, AmendmentRequest request) {
    context.actor().require(CheckoutService.AMEND);
    boolean sets =
        !request.prices().isEmpty()
            || request.added().stream().map(NewLine::price).anyMatch(Optional::isPresent);
    if (sets) {
      context.actor().require(PriceService.OVERRIDE);
    }
  }

  /** It is priced in the channel where it was placed, whoever amends it. */
  private CallContext inChannel(CallContext context, OrderId id) {
    return storage.inTransaction(
        context,
        session ->
            context.withChannel(
                OrderDocuments.find(session, id)
                    .orElseThrow(() -> OrderDocuments.notFound(id))
                    .value()
                    .channel()));
  }

  private AmendmentDraft draft(Session session, OrderId id, AmendmentRequest request) {
    Stored<Order> stored =
        OrderDocuments.find(session, id).orElseThrow(() -> OrderDocuments.notFound(id));
    return new AmendmentDraft(session, pricing, stored, request);
  }

  private Order amend(
      Session session,
      OrderId id,
      AmendmentRequest request,
      String fingerprint,
      IdempotencyKey key,
      CallContext context,
      Elsewhere elsewhere) {
    String content = id + "\n" + fingerprint;
    AmendmentDraft draft = draftOrDone(session, id, request, key, content);
    if (draft.isDone()) {
      return draft.order();
    }
    AmendmentPreview preview = draft.preview();
    if (!preview.fingerprint().equals(fingerprint)) {
      throw stale(id);
    }
    AmendedOrder amended = draft.amended(context);
    Decision.Builder decision =
        Decision.builder()
            .save(DocumentWrite.update(OrderDocuments.TYPE, draft.stored(), amended.order()))
            .save(DocumentWrite.update(OrderDocuments.PRICING, draft.inputs(), draft.after()))
            .save(Commands.done(session, COMMAND, key, content, id.value()))
            .event(OrderDocuments.event(amended.order(), told(amended.order())));
    if (!amended.legs().isEmpty()) {
      BatchId group = BatchId.of(amended.group());
      decision
          .step(new LedgerStep.Hold(Batch.of(group, amended.legs()), Optional.empty()))
          .step(new LedgerStep.Confirm(group));
    }
    amended.queueing().forEach(decision::save);
    amended.steps().forEach(decision::step);
    Cancellation.waive(session, decision, amended.order(), Map.of());
    for (Stored<Fulfillment> job : FulfillmentDocuments.ofOrder(session, id)) {
      amended
          .changed(job.value())
          .ifPresent(less -> FulfillmentDocuments.reduce(decision, job, less));
    }
    amended.jobs().forEach(job -> FulfillmentDocuments.request(decision, job));
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.Refused refused) {
      elsewhere.check(refused, amended.legs());
      throw new RefusedException(Shortages.of(refused.shortfalls(), draft.entries()).get(0));
    }
    Results.checkCurrent(result);
    return amended.order();
  }

  private AmendmentDraft draftOrDone(
      Session session, OrderId id, AmendmentRequest request, IdempotencyKey key, String content) {
    AmendmentDraft draft = draft(session, id, request);
    return Commands.resultOf(session, COMMAND, key, content).isPresent() ? draft.done() : draft;
  }

  private static OrderEvent told(Order order) {
    Amendment last = order.amendments().get(order.amendments().size() - 1);
    return new OrderEvent.OrderAmended(order.id(), last.number(), last.difference());
  }

  private static RefusedException stale(OrderId order) {
    return new RefusedException(
        CheckoutService.PREVIEW_STALE,
        "The order, or what it would come to, is not what was shown. Look at a new preview.",
        Facts.of("order", order));
  }

  /** What is shown, as one text: whoever applies it has seen the same. */
  static String fingerprint(Order order, AmendmentRequest request, PricedCart priced) {
    return Fingerprint.of(
        order.version()
            + "\n"
            + request
            + "\n"
            + ContentHash.of(priced.lines(), priced.charges(), priced.totals()));
  }

  /** Where a choice goes, if it says so. */
  static Optional<Destination> destination(DeliveryChoice choice) {
    return choice.address().map(Destination::of);
  }
}
