package io.omnicommerce.core.promotion;

import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.money.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Parts of parts of amounts, rounded once. */
final class Fraction {

  /** Percentages have four decimals. */
  static final long PERCENT_ONE = 1_000_000;

  private Fraction() {}

  /** A percentage as a numerator over {@link #PERCENT_ONE}. */
  static long ofPercent(BigDecimal percent) {
    return percent.movePointRight(4).longValueExact();
  }

  /** {@code amount × a ÷ c × b ÷ d}, in whole numbers; none is negative. */
  static long of(long amount, long a, long c, long b, long d, Rounding rounding) {
    if (a == c) {
      return rounding.scale(amount, b, d);
    }
    boolean held = isHeld(a, b) && isHeld(c, d);
    return held ? rounding.scale(amount, a * b, c * d) : wide(amount, a, c, b, d, rounding);
  }

  private static boolean isHeld(long first, long second) {
    return Math.multiplyHigh(first, second) == 0 && first * second >= 0;
  }

  private static long wide(long amount, long a, long c, long b, long d, Rounding rounding) {
    BigInteger over =
        BigInteger.valueOf(amount).multiply(BigInteger.valueOf(a)).multiply(BigInteger.valueOf(b));
    BigInteger under = BigInteger.valueOf(c).multiply(BigInteger.valueOf(d));
    try {
      return new BigDecimal(over)
          .divide(new BigDecimal(under), 0, rounding.mode())
          .longValueExact();
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("taking a part of an amount");
    }
  }
}
