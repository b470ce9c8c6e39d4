package io.omnicommerce.money;

/** How the minor units left over by a split are given out. */
public enum Proration {
  /** One each to the largest remainders; among equals to the smaller line id. The default. */
  LARGEST_REMAINDER,
  /**
   * Every share is rounded half down; what is missing or too much is evened out from the first line
   * on.
   */
  HALF_DOWN_THEN_FIRST,
  /** Every share is rounded down; what is left goes to the first lines, one each. */
  FLOOR_THEN_FIRST,
  /** Every share but the last is rounded half up; the last line takes what remains. */
  LAST_TAKES_REST,
  /**
   * The sums of the shares so far are rounded half up, and a share is the step between two sums.
   */
  CUMULATIVE
}
