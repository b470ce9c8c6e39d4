package io.omnicommerce.core.tax;

import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.money.Rounding;

/**
 * How a tax becomes minor units.
 *
 * @param ofNet whether it is the net that is rounded when a tax is taken out of a price
 */
record TaxRounding(Rounding rounding, boolean ofNet) {

  long added(long amount, long units) {
    return rounding.scale(amount, units, CategoryRates.WHOLE);
  }

  long included(long amount, long units, long denominator) {
    return ofNet
        ? amount - rounding.scale(amount, denominator - units, denominator)
        : rounding.scale(amount, units, denominator);
  }

  /**
   * A tax that is known as a whole number and a fraction.
   *
   * @param amount what an included tax is in
   * @param rest the fraction's numerator, not negative
   */
  long exact(boolean included, long amount, long whole, long rest, long denominator) {
    return included && ofNet
        ? amount - rounded(amount - whole, -rest, denominator)
        : rounded(whole, rest, denominator);
  }

  /** Only sign and parity of the whole number matter, so a small one keeps the product small. */
  private long rounded(long whole, long rest, long denominator) {
    long sum = whole + Math.floorDiv(rest, denominator);
    long fraction = Math.floorMod(rest, denominator);
    long small = sum % 2 + (sum < 0 ? -2 : 2);
    return sum - small + rounding.divide(small * denominator + fraction, denominator);
  }

  static long plus(long first, long second) {
    try {
      return Math.addExact(first, second);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("computing a tax");
    }
  }

  /** A product of a tax and a number of units. */
  static long times(long tax, long units) {
    try {
      return Math.multiplyExact(tax, units);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("computing a tax");
    }
  }
}
