package io.omnicommerce.checkout;

/** Where an attempt stands. */
public enum CheckoutStatus {
  /** Stock is held and the payment is intended; the gateway is being asked. */
  BEGUN,
  /** The customer has to do something at the gateway first. */
  PENDING,
  /** The gateway has not said how it ended. */
  UNKNOWN,
  /** It has become an order. */
  PLACED,
  /** It has ended without an order. */
  ABANDONED
}
