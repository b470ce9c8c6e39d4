package io.omnicommerce.core.payment;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentAction;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentEntry.Kind;
import io.omnicommerce.payment.PaymentEntry.Outcome;
import io.omnicommerce.payment.PaymentFlow;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.value.GiftCardId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What may become of a payment's authorization. */
public final class PaymentRules {

  private static final IdempotencyKey AT_ONCE = IdempotencyKey.of("at-once");
  private static final IdempotencyKey UNWANTED = IdempotencyKey.of("unwanted");

  private PaymentRules() {}

  /** A payment of which nobody outside has heard yet; there is none of nothing. */
  public static Payment intended(
      PaymentId id, Reference subject, Tender tender, Money amount, Instant now) {
    AttemptRules.checkPositive(amount);
    return new Payment(
        id,
        Version.of(1),
        subject,
        tender,
        amount,
        PaymentStatus.INTENDED,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        Money.zero(amount.currency()),
        now);
  }

  /**
   * The money is promised, or taken if it is cash, and pays from now on for what its subject has
   * become.
   */
  public static Payment approved(
      Payment payment, String reference, Reference subject, Instant now) {
    PaymentChange change =
        fired(payment, PaymentAction.APPROVE).gatewayReference(reference).subject(subject);
    return payment.tender().kind() == Tender.Kind.CASH
        ? change.add(entry(payment, Kind.CAPTURE, Outcome.DONE, AT_ONCE, now)).made()
        : change.made();
  }

  /** What was taken off a gift card, with the order that it pays for. */
  public static Payment byGiftCard(
      PaymentId id, Reference subject, GiftCardId card, Money amount, Instant now) {
    Payment intended = intended(id, subject, Tender.giftCard(card), amount, now);
    return new Payment(
        id,
        intended.version(),
        subject,
        intended.tender(),
        amount,
        PaymentStatus.AUTHORIZED,
        Optional.empty(),
        Optional.empty(),
        List.of(entry(intended, Kind.CAPTURE, Outcome.DONE, AT_ONCE, now)),
        false,
        intended.surplus(),
        now);
  }

  /** The customer has something to do first. */
  public static Payment pending(Payment payment, String reference) {
    return fired(payment, PaymentAction.REQUIRE_ACTION).gatewayReference(reference).made();
  }

  /** Nobody knows. */
  public static Payment unknown(Payment payment, Optional<String> reference) {
    PaymentChange change = fired(payment, PaymentAction.LOSE_SIGHT);
    reference.ifPresent(change::gatewayReference);
    return change.made();
  }

  /** The gateway said no. */
  public static Payment declined(Payment payment, String reason) {
    return fired(payment, PaymentAction.DECLINE).declineReason(reason).made();
  }

  /** It is not wanted any more, and nothing was promised. */
  public static Payment withdrawn(Payment payment) {
    return fired(payment, PaymentAction.VOID).made();
  }

  /**
   * An approval came that nobody wants any more: the promise is to be given back, whatever else the
   * payment says. Writing it down again changes nothing.
   */
  public static Payment unwanted(Payment payment, String reference, Instant now) {
    if (isUnwanted(payment)) {
      return payment;
    }
    PaymentStatus status =
        PaymentFlow.STANDARD.next(payment.status(), PaymentAction.APPROVE).orElse(payment.status());
    return PaymentChange.of(payment)
        .status(status)
        .gatewayReference(reference)
        .add(entry(payment, Kind.VOID, Outcome.INTENDED, UNWANTED, now))
        .made();
  }

  /**
   * What it pays for is cancelled: from now on nothing is captured, and what is promised or was
   * captured, also by a capture that is under way, is to be given back.
   */
  public static Payment dueBack(Payment payment) {
    return payment.dueBack() || payment.status() != PaymentStatus.AUTHORIZED
        ? payment
        : PaymentChange.of(payment).dueBack().made();
  }

  /** Whether something of it is to be given back and was not yet. */
  static boolean isDue(Payment payment) {
    return payment.status() == PaymentStatus.AUTHORIZED
        && ((payment.dueBack() && payment.captured().isZero()) || due(payment).isPositive());
  }

  /** Whether something is due, or is on its way back. */
  static boolean isGoingBack(Payment payment) {
    return isDue(payment)
        || payment.entries().stream()
            .anyMatch(entry -> AttemptRules.isGivingBack(entry) && AttemptRules.isOpen(entry));
  }

  /** What of the captured money is to be given back and was not yet. */
  public static Money due(Payment payment) {
    return payment.dueBack() ? refundable(payment) : surplus(payment).min(refundable(payment));
  }

  /** What has become too much of it and is neither given back nor about to be. */
  private static Money surplus(Payment payment) {
    return payment
        .surplus()
        .minus(
            Money.sum(
                payment.amount().currency(),
                payment.entries().stream()
                    .filter(AttemptRules::isGivingBack)
                    .filter(entry -> entry.outcome() != Outcome.DECLINED)
                    .map(PaymentEntry::amount)
                    .toList()));
  }

  /** Whether the gateway or people have something to do or to say. */
  static boolean isUnresolved(Payment payment) {
    return payment.status() == PaymentStatus.UNKNOWN || hasOpenAttempt(payment) || isDue(payment);
  }

  /** Whether a change of a payment is the one by which its money is at the shop's disposal. */
  public static boolean isAuthorizing(Payment before, Payment after) {
    return before.status() != PaymentStatus.AUTHORIZED
        && after.status() == PaymentStatus.AUTHORIZED;
  }

  /** Whether some attempt has no known outcome. */
  public static boolean hasOpenAttempt(Payment payment) {
    return payment.entries().stream().anyMatch(AttemptRules::isOpen);
  }

  /**
   * @throws RefusedException {@code payment.in_progress} if some attempt has no known outcome
   */
  public static void requireNothingOpen(Payment payment) {
    if (payment.status() == PaymentStatus.UNKNOWN || hasOpenAttempt(payment)) {
      throw inProgress(payment);
    }
  }

  static RefusedException inProgress(Payment payment) {
    return new RefusedException(
        PaymentService.IN_PROGRESS,
        "How an attempt on the payment "
            + payment.id()
            + " ended is not known yet. Resolve it first.",
        Facts.of("payment", payment.id()));
  }

  /** What was captured and not given back. */
  public static Money refundable(Payment payment) {
    return payment.captured().minus(payment.refunded());
  }

  private static boolean isUnwanted(Payment payment) {
    return payment.entries().stream().anyMatch(entry -> entry.key().equals(UNWANTED));
  }

  private static PaymentChange fired(Payment payment, PaymentAction action) {
    return PaymentChange.of(payment)
        .status(
            PaymentFlow.STANDARD.fire(payment.status(), action, PaymentService.ILLEGAL_TRANSITION));
  }

  private static PaymentEntry entry(
      Payment payment, Kind kind, Outcome outcome, IdempotencyKey key, Instant now) {
    return new PaymentEntry(
        kind, payment.amount(), outcome, key, Optional.empty(), Optional.empty(), now);
  }
}
