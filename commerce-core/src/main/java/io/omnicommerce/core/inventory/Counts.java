package io.omnicommerce.core.inventory;

import io.omnicommerce.common.Quantity;

/** Counts of goods in the ledger's unit, which can be more than any quantity. */
public final class Counts {

  private Counts() {}

  /** A sum of what is not below zero; what no number can hold is the largest that can be held. */
  public static long sum(long first, long second) {
    return first > Long.MAX_VALUE - second ? Long.MAX_VALUE : first + second;
  }

  /** A sum of anything, which stops at the ends of what a number can hold. */
  static long add(long first, long second) {
    long sum = first + second;
    boolean over = ((first ^ sum) & (second ^ sum)) < 0;
    return over ? (first < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }

  /**
   * What is below zero shows as none, what is beyond any quantity as the largest quantity that is
   * not more: looking never fails.
   */
  public static Quantity quantity(long units, int decimals) {
    long shown = Math.max(0, units);
    int scale = decimals;
    while (scale > 0 && shown > Quantity.UNSCALED_MAX) {
      shown /= 10;
      scale--;
    }
    return Quantity.ofUnits(Math.min(shown, Quantity.UNSCALED_MAX), scale);
  }
}
