package io.omnicommerce.payment;

/** Where a payment stands. */
public enum PaymentStatus {
  /** It was decided and written down; the gateway was not asked, or has not been heard of. */
  INTENDED,
  /** The customer has to do something first: confirm at the bank. */
  PENDING,
  /** The gateway may or may not have done it. */
  UNKNOWN,
  /** The money is promised; some or all of it may be captured already. */
  AUTHORIZED,
  /** The gateway said no. */
  DECLINED,
  /** The promise was given back before anything was captured. */
  VOIDED
}
