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
    return open(session, rma);
  }

  private static RefundOutcome open(Session session, Rma rma) {
    Money amount = amount(rma);
    Money left = isDone(rma) ? amount : amount.minus(Withheld.of(session, rma, amount));
    return new RefundOutcome.Pending(rma, left);
  }

  private static Begun begin(
      Session session, RmaId id, IdempotencyKey key, Optional<Tender.Kind> only) {
    Rma rma = ReturnDocuments.require(session, id).value();
    if (only.isPresent() && rma.refund().isPresent()) {
      Stored<Order> paid = CoreReturnService.orderOf(session, rma);
      Money amount = isDone(rma) ? amount(rma) : asked(session, paid, rma).amount();
      Refunds.requireOnly(session, planId(id), paid.value(), amount, only.get());
    }
    Optional<RefundOutcome> done = known(session, rma, key);
    if (done.isPresent()) {
      return new Begun(done, RefundPlan.none("", amount(rma).currency()));
    }
    ReturnRules.fire(rma, RmaAction.REFUND);
    return new Begun(Optional.empty(), planned(session, rma, key, only));
  }

  private static RefundPlan planned(
      Session session, Rma rma, IdempotencyKey key, Optional<Tender.Kind> only) {
    if (!amount(rma).isPositive()) {
      return RefundPlan.none("", amount(rma).currency());
    }
    Stored<Order> order = CoreReturnService.orderOf(session, rma);
    Refunds.Asked asked = asked(session, order, rma);
    return Refunds.planned(
        session, planId(rma.id()), rma.id().value(), order.value(), asked, key, only);
  }

  /** What the goods were worth, as far as it was collected. */
  private static Refunds.Asked asked(Session session, Stored<Order> order, Rma rma) {
    Money worth = amount(rma);
    Money before = Withheld.of(session, rma, worth);
    Money withheld = Withheld.from(session, order.value(), worth, before);
    Decision.Builder decision = Decision.builder();
    if (withheld.compareTo(before) > 0) {
      Withheld.write(session, order, rma.id(), withheld.minus(before), decision);
    }
    return new Refunds.Asked(worth.minus(withheld), withheld, decision);
  }

  /** What received goods were worth, also where less was given back. */
  static Optional<Money> worth(Session session, Rma rma) {
    return rma.refund()
        .map(amount -> isDone(rma) ? amount.plus(Withheld.of(session, rma, amount)) : amount);
  }

  private static boolean isDone(Rma rma) {
    return rma.status() == RmaStatus.REFUNDED;
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
          ? open(session, stored.value())
          : new RefundOutcome.Refused(standing.reasons());
    }
    Rma rma = ReturnRules.refunded(stored.value(), amount(stored.value()).minus(plan.withheld()));
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
        .or(() -> Optional.of(rma).filter(RmaRefunds::isDone))
        .map(RmaRefunds::refunded);
  }

  private static RefundOutcome refunded(Rma rma) {
    return new RefundOutcome.Refunded(rma, amount(rma));
  }

  private static Money amount(Rma rma) {
    return rma.refund().orElseThrow();
  }

  static String planId(RmaId id) {
    return "rma/" + id;
  }
}
