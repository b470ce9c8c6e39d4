package io.omnicommerce.delivery;

/** Which amount of the goods a delivery rate looks at. */
public enum AmountBasis {
  /** What the goods cost by their prices, before promotions. */
  BEFORE_DISCOUNTS,
  /**
   * What is left of it after the promotions, worked out as if the delivery itself cost nothing. The
   * default.
   */
  AFTER_DISCOUNTS
}
