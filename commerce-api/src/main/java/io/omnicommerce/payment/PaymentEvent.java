package io.omnicommerce.payment;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.money.Money;
import java.util.Objects;

/** What happens to a payment. */
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
