package io.omnicommerce.cart;

/** Where a cart stands. */
public enum CartStatus {
  /** It can be changed. */
  OPEN,
  /**
   * A checkout has begun: what is in it is being paid, and must not change until that has ended.
   */
  CHECKING_OUT,
  /** It has become an order. */
  ORDERED,
  /** It was merged into another cart. */
  MERGED
}
