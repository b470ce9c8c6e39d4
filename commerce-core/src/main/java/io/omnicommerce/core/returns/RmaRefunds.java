package io.omnicommerce.core.returns;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnEvent;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaAction;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.returns.RmaStatus;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives back the money for received goods. The plan belongs to the RMA, not to the key of the call:
 * whoever asks follows the same plan, so no race between channels gives the money back twice.
 */
final class RmaRefunds {

  private static final String COMMAND = "return.refund";

  private final Storage storage;
  private final Refunds refunds;

  RmaRefunds(Storage storage, Refunds refunds) {
    this.storage = storage;
    this.refunds = refunds;
  }

  /** Either the answer of a repeat, or the plan to follow. */
  private record Begun(Optional<RefundOutcome> answer, RefundPlan plan) {}

  /**
   * @param only the way in which all of it was paid, if the caller wants no other
   */
  RefundOutcome refund(
      CallContext context, RmaId id, IdempotencyKey key, Optional<Tender.Kind> only) {
    try {
      Begun begun = storage.inTransaction(context, session -> begin(session, id, key, only));
      if (begun.answer().isPresent()) {
        return begun.answer().get();
      }
      Map<IdempotencyKey, Refusal> refused = refunds.ask(context, begun.plan());
      return storage.inTransaction(
          context, session -> end(session, id, key, begun.plan(), refused));
    } catch (RefusedException refusal) {
      if (refusal.code().equals(PaymentService.EXTERNAL_CALL)) {
        throw refusal;
      }
      if (refusal.code().equals(PaymentService.IN_PROGRESS)) {
        return storage.inTransaction(context, session -> pending(session, id));
      }
      return new RefundOutcome.Refused(List.of(refusal.refusal()));
    }
  }

  private static RefundOutcome pending(Session session, RmaId id) {
    Rma rma = ReturnDocuments.require(session, id).value();
    return new RefundOutcome.Pending(rma, amount(rma));
  }

  private static Begun begin(
      Session session, RmaId id, IdempotencyKey key, Optional<Tender.Kind> only) {
    Rma rma = ReturnDocuments.require(session, id).value();
    if (only.isPresent() && rma.refund().isPresent()) {
      Order paid = CoreReturnService.orderOf(session, rma).value();
      Refunds.requireOnly(session, planId(id), paid, amount(rma), only.get());
    }
    RefundPlan none = new RefundPlan("", 0, List.of());
    Optional<RefundOutcome> done = known(session, rma, key);
    if (done.isPresent()) {
      return new Begun(done, none);
    }
    ReturnRules.fire(rma, RmaAction.REFUND);
    Order order = CoreReturnService.orderOf(session, rma).value();
    Money amount = amount(rma);
    return new Begun(
        Optional.empty(),
        amount.isPositive()
            ? Refunds.planned(session, planId(id), id.value(), order, amount, key, only)
            : none);
  }

  private static RefundOutcome end(
      Session session,
      RmaId id,
      IdempotencyKey key,
      RefundPlan plan,
      Map<IdempotencyKey, Refusal> refused) {
    Stored<Rma> stored = ReturnDocuments.require(session, id);
    Optional<RefundOutcome> done = known(session, stored.value(), key);
    if (done.isPresent()) {
      return done.get();
    }
    Refunds.Standing standing = Refunds.standing(session, planId(id), plan, refused);
    if (!standing.isDone()) {
      standing
          .again()
          .ifPresent(again -> Results.commit(session, Decision.builder().save(again).build()));
      return standing.pending()
          ? new RefundOutcome.Pending(stored.value(), amount(stored.value()))
          : new RefundOutcome.Refused(standing.reasons());
    }
    Rma rma = ReturnRules.refunded(stored.value());
    String result = ReturnDocuments.TYPE.codec().encode(rma);
    Results.commit(
        session,
        Decision.builder()
            .save(DocumentWrite.update(ReturnDocuments.TYPE, stored, rma))
            .save(Commands.done(session, COMMAND, key, id.value(), result))
            .event(
                ReturnDocuments.event(
                    rma, new ReturnEvent.ReturnRefunded(id, rma.order(), amount(rma))))
            .build());
    return refunded(rma);
  }

  /**
   * The answer to a repeat, or to another call for the same money. Asked after the RMA was read:
   * whoever sees it refunded by this command sees the command.
   */
  private static Optional<RefundOutcome> known(Session session, Rma rma, IdempotencyKey key) {
    return Commands.resultOf(session, COMMAND, key, rma.id().value())
        .map(ReturnDocuments.TYPE.codec()::decode)
        .or(() -> Optional.of(rma).filter(read -> read.status() == RmaStatus.REFUNDED))
        .map(RmaRefunds::refunded);
  }

  private static RefundOutcome refunded(Rma rma) {
    return new RefundOutcome.Refunded(rma, amount(rma));
  }

  private static Money amount(Rma rma) {
    return rma.refund().orElseThrow();
  }

  private static String planId(RmaId id) {
    return "rma/" + id;
  }
}
