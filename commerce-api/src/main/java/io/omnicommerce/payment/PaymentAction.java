package io.omnicommerce.payment;

/** What takes a payment from one status to another. */
public enum PaymentAction {
  APPROVE,
  REQUIRE_ACTION,
  LOSE_SIGHT,
  DECLINE,
  VOID
}
