package io.omnicommerce.core.returns;

import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;

/** How a part of a refund stands, as its payment tells it. */
enum PartState {
  /** The payment was not asked, or could not be. */
  OPEN,
  /** The gateway has not said. */
  ON_ITS_WAY,
  DONE,
  DECLINED;

  static PartState of(Payment payment, RefundPlan.Part part) {
    return payment.entries().stream()
        .filter(entry -> entry.kind() == PaymentEntry.Kind.REFUND)
        .filter(entry -> entry.key().equals(part.key()))
        .findFirst()
        .map(entry -> of(entry.outcome()))
        .orElse(OPEN);
  }

  private static PartState of(PaymentEntry.Outcome outcome) {
    return switch (outcome) {
      case DONE -> DONE;
      case DECLINED -> DECLINED;
      case INTENDED, UNKNOWN -> ON_ITS_WAY;
    };
  }
}
