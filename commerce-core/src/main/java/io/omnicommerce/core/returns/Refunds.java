package io.omnicommerce.core.returns;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.RefundOrder;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives money back in three steps: a plan is written down, the payments are asked under the plan's
 * keys outside of any transaction, and what has become of them is read from the payments.
 */
final class Refunds {

  private final CorePaymentService payments;

  Refunds(CorePaymentService payments) {
    this.payments = payments;
  }

  /**
   * How a plan stands.
   *
   * @param pending whether some payment has not said how it ended
   * @param reasons why not all of it was given back
   * @param again the plan without what was declined, if something was
   */
  record Standing(
      boolean pending, List<Refusal> reasons, Optional<DocumentWrite<RefundPlan>> again) {
    boolean isDone() {
      return !pending && reasons.isEmpty();
    }
  }

  /**
   * What is to be given back.
   *
   * @param withheld what is not, of what was asked for
   * @param decision what is decided with it
   */
  record Asked(Money amount, Money withheld, Decision.Builder decision) {
    static Asked of(Money amount) {
      return new Asked(amount, Money.zero(amount.currency()), Decision.builder());
    }
  }

  /**
   * Writes a plan down, or finds the one that was: the session's one commit, if it has to be made.
   *
   * @param content everything that was asked for, as text
   * @param key the caller's
   * @param only the way in which the payments to ask were made, if not all are to be asked
   * @throws RefusedException {@code return.amount_exceeded}; {@code payment.in_progress} if a
   *     payment could not be asked now, in which case no plan is written
   * @throws IdempotencyMismatchException if the plan that was found is for something else
   */
  static RefundPlan planned(
      Session session,
      String id,
      String content,
      Order order,
      Asked asked,
      IdempotencyKey key,
      Optional<Tender.Kind> only) {
    Money amount = asked.amount();
    // Read before the plan: a plan that others follow now is seen before its effect is.
    List<Payment> payments =
        paymentsOf(session, order.payments()).values().stream()
            .filter(payment -> only.isEmpty() || payment.tender().kind() == only.get())
            .toList();
    Optional<Stored<RefundPlan>> stored = session.documents().find(ReturnDocuments.PLAN, id);
    String print = Fingerprint.of(content);
    RefundPlan before =
        stored.map(Stored::value).orElseGet(() -> RefundPlan.none(print, amount.currency()));
    if (!before.content().equals(print)) {
      throw new IdempotencyMismatchException("return.refund", key.value());
    }
    Money here = paidHere(order, payments, before, amount);
    boolean withholds = asked.withheld().compareTo(before.withheld()) > 0;
    if (before.total(amount.currency()).compareTo(here) >= 0 && !withholds) {
      return before;
    }
    RefundOrder first = refundOrder(session, order, payments);
    RefundPlan plan =
        RefundRules.plan(id, before, here, RefundRules.sorted(payments, first))
            .withholding(asked.withheld());
    payments.stream()
        .filter(payment -> asks(plan, payment) && !asks(before, payment))
        .forEach(PaymentRules::requireNothingOpen);
    Version expected = stored.map(Stored::version).orElse(Version.NONE);
    Results.commit(
        session,
        asked
            .decision()
            .save(new DocumentWrite<>(ReturnDocuments.PLAN, id, expected, plan))
            .build());
    return plan;
  }

  /** What was settled where the order was placed is given back there, after what was paid here. */
  private static Money paidHere(
      Order order, List<Payment> payments, RefundPlan before, Money amount) {
    if (order.origin().filter(from -> from.settled().isPositive()).isEmpty()) {
      return amount;
    }
    Money here = before.total(amount.currency());
    for (Payment payment : payments) {
      here = here.plus(PaymentRules.refundable(payment));
    }
    return amount.min(here);
  }

  /** As the market said when it was bought; where no card has paid, it makes no difference. */
  static RefundOrder refundOrder(Session session, Order order, Collection<Payment> payments) {
    return payments.stream().noneMatch(RefundRules::isByGiftCard)
        ? Convention.REFUND_ORDER.standard()
        : session
            .documents()
            .find(OrderDocuments.PRICING, order.id().value())
            .map(inputs -> inputs.value().conventions().get(Convention.REFUND_ORDER))
            .orElse(Convention.REFUND_ORDER.standard());
  }

  /**
   * Whether all of it goes back, or went back, to what was paid in one way.
   *
   * @throws RefusedException {@code payment.tender_not_allowed}
   */
  static void requireOnly(Session session, String id, Order order, Money amount, Tender.Kind kind) {
    List<Payment> payments = List.copyOf(paymentsOf(session, order.payments()).values());
    RefundPlan plan =
        session
            .documents()
            .find(ReturnDocuments.PLAN, id)
            .map(Stored::value)
            .orElseGet(() -> RefundPlan.none("", amount.currency()));
    RefundRules.requireOnly(kind, amount, plan, payments);
  }

  private static boolean asks(RefundPlan plan, Payment payment) {
    return plan.parts().stream().anyMatch(part -> part.payment().equals(payment.id()));
  }

  /** Asks the payments; answers what refused to be asked, by the key of its part. */
  Map<IdempotencyKey, Refusal> ask(CallContext context, RefundPlan plan) {
    Map<IdempotencyKey, Refusal> refused = new HashMap<>();
    for (RefundPlan.Part part : plan.parts()) {
      try {
        payments.refund(context, part.payment(), part.amount(), part.key());
      } catch (RefusedException refusal) {
        if (refusal.code().equals(PaymentService.EXTERNAL_CALL)) {
          throw refusal;
        }
        refused.put(part.key(), refusal.refusal());
      }
    }
    return refused;
  }

  /** How a plan stands after its payments were asked. */
  static Standing standing(
      Session session, String id, RefundPlan asked, Map<IdempotencyKey, Refusal> refused) {
    Map<PaymentId, Payment> payments =
        paymentsOf(session, asked.parts().stream().map(RefundPlan.Part::payment).toList());
    boolean pending = false;
    List<RefundPlan.Part> declined = new ArrayList<>();
    List<Refusal> reasons = new ArrayList<>();
    for (RefundPlan.Part part : asked.parts()) {
      PartState state = PartState.of(require(payments, part.payment()), part);
      pending |= state == PartState.ON_ITS_WAY || isWaiting(state, part, refused);
      if (state == PartState.OPEN) {
        reasons.add(reason(part, refused));
      } else if (state == PartState.DECLINED) {
        declined.add(part);
        reasons.add(declined(part));
      }
    }
    return new Standing(pending, reasons, without(session, id, declined));
  }

  /** What a payment declined is planned anew under another key; a key is never used again. */
  private static Optional<DocumentWrite<RefundPlan>> without(
      Session session, String id, List<RefundPlan.Part> declined) {
    return session
        .documents()
        .find(ReturnDocuments.PLAN, id)
        .filter(stored -> stored.value().parts().stream().anyMatch(declined::contains))
        .map(
            stored -> {
              List<RefundPlan.Part> parts = new ArrayList<>(stored.value().parts());
              parts.removeAll(declined);
              return DocumentWrite.update(
                  ReturnDocuments.PLAN, stored, stored.value().again(parts));
            });
  }

  /** Whether somebody else's attempt on the payment has to end first. */
  private static boolean isWaiting(
      PartState state, RefundPlan.Part part, Map<IdempotencyKey, Refusal> refused) {
    return state == PartState.OPEN
        && reason(part, refused).code().equals(PaymentService.IN_PROGRESS);
  }

  private static Refusal reason(RefundPlan.Part part, Map<IdempotencyKey, Refusal> refused) {
    Refusal known = refused.get(part.key());
    if (known == null) {
      throw new IllegalStateException("The payment " + part.payment() + " was asked in vain");
    }
    return known.code().equals(PaymentService.AMOUNT_EXCEEDED)
        ? Refusal.of(ReturnService.AMOUNT_EXCEEDED, known.message(), known.facts())
        : known;
  }

  private static Refusal declined(RefundPlan.Part part) {
    return Refusal.of(
        ReturnService.REFUND_DECLINED,
        "The gateway did not give " + part.amount() + " back; try again, or pay in another way.",
        Facts.of("payment", part.payment(), "amount", part.amount()));
  }

  private static Payment require(Map<PaymentId, Payment> payments, PaymentId id) {
    return Optional.ofNullable(payments.get(id)).orElseThrow();
  }

  static Map<PaymentId, Payment> paymentsOf(Session session, List<PaymentId> ids) {
    Map<PaymentId, Payment> found = new HashMap<>();
    session
        .documents()
        .findAll(PaymentDocuments.TYPE, ids.stream().map(PaymentId::value).toList())
        .values()
        .forEach(stored -> found.put(stored.value().id(), stored.value()));
    return found;
  }
}
