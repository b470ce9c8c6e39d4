package io.omnicommerce.core.payment;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentAction;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentEntry.Kind;
import io.omnicommerce.payment.PaymentEntry.Outcome;
import io.omnicommerce.payment.PaymentFlow;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which captures, refunds and voids a payment allows, and how they end. */
final class AttemptRules {

  /** Whoever gives back what is due follows one sequence of keys, so that it is done once. */
  static final IdempotencyKey GIVE_BACK = IdempotencyKey.of("give-back");

  private AttemptRules() {}

  /**
   * The number of the attempt that was made with this key, from 1; 0 if there is none.
   *
   * @throws IdempotencyMismatchException if it was for another amount or somebody else's
   */
  static int numberOf(
      Payment payment, Kind kind, Money amount, IdempotencyKey key, Optional<String> by) {
    for (int i = 0; i < payment.entries().size(); i++) {
      PaymentEntry entry = payment.entries().get(i);
      if (entry.kind() == kind && entry.key().equals(key)) {
        if (!entry.amount().equals(amount) || !entry.by().equals(by)) {
          throw new IdempotencyMismatchException(
              "payment." + kind.name().toLowerCase(Locale.ROOT), key.value());
        }
        return i + 1;
      }
    }
    return 0;
  }

  /** One more attempt, written down before anybody is asked; cash needs nobody to be asked. */
  static Payment attempted(
      Payment payment,
      Kind kind,
      Money amount,
      Outcome outcome,
      IdempotencyKey key,
      Optional<String> by,
      Instant now) {
    checkPositive(amount);
    PaymentRules.requireNothingOpen(payment);
    checkPossible(payment, kind);
    checkLeft(payment, kind, amount);
    return PaymentChange.of(payment)
        .add(new PaymentEntry(kind, amount, outcome, key, by, Optional.empty(), now))
        .made();
  }

  /** How an attempt stands after an answer: what was done stays done, what comes late is a fact. */
  static Outcome outcome(PaymentEntry entry, GatewayAnswer answer) {
    if (entry.outcome() == Outcome.DONE) {
      return Outcome.DONE;
    }
    if (answer instanceof GatewayAnswer.Approved approved) {
      return approved.amount().equals(entry.amount()) ? Outcome.DONE : Outcome.UNKNOWN;
    }
    if (entry.outcome() == Outcome.DECLINED) {
      return Outcome.DECLINED;
    }
    boolean nothingDone =
        answer instanceof GatewayAnswer.Declined || answer instanceof GatewayAnswer.NeverHeard;
    return nothingDone ? Outcome.DECLINED : Outcome.UNKNOWN;
  }

  /** An attempt as it ended, with what it has really moved. */
  static PaymentEntry ended(
      PaymentEntry entry, Money moved, Outcome outcome, Optional<String> reference) {
    return new PaymentEntry(
        entry.kind(),
        moved,
        outcome,
        entry.key(),
        entry.by(),
        reference.or(entry::gatewayReference),
        entry.at());
  }

  /** A payment one of whose attempts has ended. */
  static Payment ended(Payment payment, int number, PaymentEntry told) {
    return PaymentChange.of(payment)
        .status(
            told.outcome() == Outcome.DONE ? statusAfter(payment, told.kind()) : payment.status())
        .replace(number, told)
        .made();
  }

  /**
   * An attempt with what an operator knows to be true of it.
   *
   * @throws InvalidInputException if there is no such attempt, or that cannot be true of it
   * @throws RefusedException {@code payment.illegal_transition} if it is known to be done otherwise
   */
  static PaymentEntry told(Payment payment, int number, GatewayAnswer truth) {
    PaymentEntry entry = attempt(payment, number);
    PaymentEntry told =
        truth instanceof GatewayAnswer.Approved approved
            ? ended(entry, moved(entry, approved), Outcome.DONE, referenceOf(truth))
            : ended(entry, entry.amount(), undone(truth), Optional.empty());
    if (entry.outcome() == Outcome.DONE && !told.equals(entry)) {
      throw new RefusedException(
          PaymentService.ILLEGAL_TRANSITION,
          "The attempt " + number + " is done, and what is done stays done.",
          Facts.of("from", entry.outcome(), "action", told.outcome()).with("allowed", "nothing"));
    }
    return told;
  }

  private static PaymentEntry attempt(Payment payment, int number) {
    if (number < 1 || number > payment.entries().size()) {
      throw new InvalidInputException(
          PaymentService.ATTEMPT_UNKNOWN,
          "attempt",
          Integer.toString(number),
          "must be one of the payment's " + payment.entries().size() + " attempts, from 1");
    }
    return payment.entries().get(number - 1);
  }

  /** Of a void nothing but the whole can be true. */
  private static Money moved(PaymentEntry entry, GatewayAnswer.Approved approved) {
    Money amount = approved.amount();
    checkPositive(amount);
    boolean other = amount.compareTo(entry.amount()) != 0;
    if (other && entry.kind() == Kind.VOID) {
      throw new InvalidInputException(
          Money.INVALID, "amount", amount.toString(), "must be " + entry.amount());
    }
    return amount;
  }

  private static Outcome undone(GatewayAnswer truth) {
    if (truth instanceof GatewayAnswer.Declined || truth instanceof GatewayAnswer.NeverHeard) {
      return Outcome.DECLINED;
    }
    throw new InvalidInputException(
        PaymentService.NOT_DECIDED,
        "truth",
        truth.getClass().getSimpleName(),
        "must be Approved, Declined or NeverHeard");
  }

  static Optional<String> referenceOf(GatewayAnswer answer) {
    return answer instanceof GatewayAnswer.Approved approved
        ? Optional.of(approved.reference())
        : Optional.empty();
  }

  /** Whether the gateway is asked for it, and not people. */
  static boolean isByGateway(Payment payment) {
    return payment.tender().kind() == Tender.Kind.CARD;
  }

  /** Whether people have to hand it out. */
  static boolean isByHand(Payment payment) {
    return payment.tender().kind() == Tender.Kind.CASH;
  }

  /** Of which the gateway has not heard, and which is to be done nevertheless. */
  static boolean isWantedStill(Payment payment, PaymentEntry entry) {
    return entry.kind() == Kind.VOID
        || isGivingBack(entry)
        || (payment.dueBack() && entry.kind() == Kind.REFUND);
  }

  /** Whether it gives back what is due, whoever asked. */
  static boolean isGivingBack(PaymentEntry entry) {
    return entry.kind() == Kind.REFUND
        && entry.by().isEmpty()
        && entry.key().value().startsWith(GIVE_BACK.value());
  }

  /** Of which the gateway has not heard, and is not to hear any more. */
  static boolean isGivenUp(Payment payment, PaymentEntry entry) {
    return payment.dueBack() && entry.kind() == Kind.CAPTURE;
  }

  /** The first of the keys beginning with this one under which nothing was tried yet. */
  static IdempotencyKey nextKey(Payment payment, IdempotencyKey first) {
    List<IdempotencyKey> tried = payment.entries().stream().map(PaymentEntry::key).toList();
    IdempotencyKey next = first;
    for (int tries = 2; tried.contains(next); tries++) {
      next = IdempotencyKey.of(first + "-" + tries);
    }
    return next;
  }

  static boolean isOpen(PaymentEntry entry) {
    return entry.outcome() == Outcome.INTENDED || entry.outcome() == Outcome.UNKNOWN;
  }

  static RefusedException exceeded(Kind kind, Money amount, Money remaining) {
    return new RefusedException(
        PaymentService.AMOUNT_EXCEEDED,
        "Only "
            + remaining
            + " can still be "
            + (kind == Kind.REFUND ? "refunded" : "captured")
            + "; asked: "
            + amount
            + ".",
        Facts.of("remaining", remaining));
  }

  static void checkPositive(Money amount) {
    if (!amount.isPositive()) {
      throw new InvalidInputException(
          Money.INVALID, "amount", amount.toString(), "must be above 0");
    }
  }

  /** A promise that came too late to be wanted is given back without its payment changing. */
  private static PaymentStatus statusAfter(Payment payment, Kind kind) {
    return kind == Kind.VOID
        ? PaymentFlow.STANDARD.next(payment.status(), PaymentAction.VOID).orElse(payment.status())
        : payment.status();
  }

  private static void checkPossible(Payment payment, Kind kind) {
    if (payment.dueBack() && kind == Kind.CAPTURE) {
      throw new RefusedException(
          PaymentService.ILLEGAL_TRANSITION,
          "CAPTURE is not possible: what the payment was for is cancelled, and it is to be given"
              + " back.",
          Facts.of("from", payment.status(), "action", kind).with("allowed", "REFUND, VOID"));
    }
    boolean captured = payment.captured().isPositive();
    if (payment.status() != PaymentStatus.AUTHORIZED || (kind == Kind.VOID && captured)) {
      throw new RefusedException(
          PaymentService.ILLEGAL_TRANSITION,
          kind
              + " is not possible: the payment is "
              + payment.status()
              + (captured ? " and something was captured. Refund it instead." : "."),
          Facts.of("from", payment.status(), "action", kind)
              .with("allowed", captured ? "REFUND" : "nothing"));
    }
  }

  private static void checkLeft(Payment payment, Kind kind, Money amount) {
    Money left =
        switch (kind) {
          case REFUND -> PaymentRules.refundable(payment);
          case VOID -> payment.amount();
          case CAPTURE, WAIVE -> payment.capturable();
        };
    if (amount.compareTo(left) > 0) {
      throw exceeded(kind, amount, left);
    }
  }
}
