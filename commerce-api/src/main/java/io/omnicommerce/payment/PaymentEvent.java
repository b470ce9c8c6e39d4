package io.omnicommerce.payment;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.money.Money;
import java.util.Objects;

/**
 * What happens to a payment. It is written down, intended, as version 1, of which nothing is told;
 * each version after that is told. Where one change says two things, two events have its version.
 */
public sealed interface PaymentEvent extends DomainEvent {

  /** The payment it happened to. */
  PaymentId payment();

  /** The payment's status has changed. */
  record PaymentStatusChanged(PaymentId payment, PaymentStatus status, Money amount)
      implements PaymentEvent {
    public PaymentStatusChanged {
      Objects.requireNonNull(payment, "payment");
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public String type() {
      return "payment.status_changed";
    }
  }

  /** Money was taken. */
  record PaymentCaptured(PaymentId payment, Money amount) implements PaymentEvent {
    public PaymentCaptured {
      Objects.requireNonNull(payment, "payment");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public String type() {
      return "payment.captured";
    }
  }

  /** Money was given back. */
  record PaymentRefunded(PaymentId payment, Money amount) implements PaymentEvent {
    public PaymentRefunded {
      Objects.requireNonNull(payment, "payment");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public String type() {
      return "payment.refunded";
    }
  }

  /**
   * Something of a payment has changed that moves no money.
   *
   * @param what {@code capture_begun}, {@code refund_begun} or {@code void_begun}: the gateway is
   *     about to be asked; {@code waived}: so much of what was promised is not taken any more;
   *     {@code surplus}: so much of what was captured is too much now, and nothing more of it is
   *     taken; {@code due_back}: all of it is to be given back; {@code unwanted}: a promise came
   *     too late. There may be others
   * @param amount of which it is so
   */
  record PaymentProgressed(PaymentId payment, String what, Money amount) implements PaymentEvent {
    public PaymentProgressed {
      Objects.requireNonNull(payment, "payment");
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public String type() {
      return "payment.progressed";
    }
  }

  /** The gateway has refused a capture, refund or void. */
  record PaymentAttemptDeclined(PaymentId payment, PaymentEntry.Kind kind, Money amount)
      implements PaymentEvent {
    public PaymentAttemptDeclined {
      Objects.requireNonNull(payment, "payment");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public String type() {
      return "payment.attempt_declined";
    }
  }

  /**
   * The outcome of a capture or refund is not known; somebody or something has to ask the gateway,
   * or to hand out the cash that is due.
   */
  record PaymentUnresolved(PaymentId payment, PaymentEntry.Kind kind, Money amount)
      implements PaymentEvent {
    public PaymentUnresolved {
      Objects.requireNonNull(payment, "payment");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public String type() {
      return "payment.unresolved";
    }
  }
}
