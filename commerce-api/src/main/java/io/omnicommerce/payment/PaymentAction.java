package io.omnicommerce.payment;

/** What takes a payment from one status to another. */
public enum PaymentAction {
  /** The gateway promises the money. */
  APPROVE,
  /** The gateway wants the customer to do something first. */
  REQUIRE_ACTION,
  /** The gateway was asked and nobody knows what it did. */
  LOSE_SIGHT,
  /** The gateway says no, or has never heard of it. */
  DECLINE,
  /** The promise is given back, or nobody asks for it any more. */
  VOID
}
