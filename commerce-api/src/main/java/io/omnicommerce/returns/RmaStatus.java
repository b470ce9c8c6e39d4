package io.omnicommerce.returns;

/** Where a return stands. */
public enum RmaStatus {
  /** Announced; the goods are on their way. */
  OPEN,
  /** The goods are here; the money may still be on its way. */
  RECEIVED,
  /** The money was given back. */
  REFUNDED,
  /** It was called off before the goods came. */
  CANCELLED
}
