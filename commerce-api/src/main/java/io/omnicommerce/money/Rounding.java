package io.omnicommerce.money;

import io.omnicommerce.common.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** How an exact amount becomes one that can be paid; always an argument, never a habit. */
public enum Rounding {
  /** To the nearest; from the middle away from zero. */
  HALF_UP(RoundingMode.HALF_UP),
  /** To the nearest; from the middle to the even neighbor. */
  HALF_EVEN(RoundingMode.HALF_EVEN),
  /** To the nearest; from the middle towards zero. */
  HALF_DOWN(RoundingMode.HALF_DOWN),
  /** Away from zero. */
  UP(RoundingMode.UP),
  /** Towards zero. */
  DOWN(RoundingMode.DOWN);

  private final RoundingMode mode;

  Rounding(RoundingMode mode) {
    this.mode = mode;
  }

  public RoundingMode mode() {
    return mode;
  }

  /**
   * The whole number that a quotient becomes: exact, then rounded once.
   *
   * @throws ArithmeticException if the denominator is zero
   * @throws ArithmeticOverflowException for the one quotient that cannot be held
   */
  public long divide(long numerator, long denominator) {
    long whole = numerator / denominator;
    long rest = numerator - whole * denominator;
    if (rest == 0) {
      if (whole == Long.MIN_VALUE && denominator == -1) {
        throw new ArithmeticOverflowException("dividing");
      }
      return whole;
    }
    if (!leavesZero(whole, rest, denominator)) {
      return whole;
    }
    return (numerator ^ denominator) < 0 ? whole - 1 : whole + 1;
  }

  /**
   * A value times a fraction: exact whatever the size of the product, then rounded once.
   *
   * @throws ArithmeticException if the denominator is zero
   * @throws ArithmeticOverflowException if the result cannot be held
   */
  public long scale(long value, long numerator, long denominator) {
    long product = value * numerator;
    return Math.multiplyHigh(value, numerator) == product >> 63
        ? divide(product, denominator)
        : scaleWide(value, numerator, denominator);
  }

  /**
   * The multiple of a step that a number becomes: 19.52 at steps of 0.05 is 19.50.
   *
   * @throws InvalidInputException {@code money.invalid_amount} if the step is not above zero, or
   *     one of both has more than 100 digits
   */
  public BigDecimal toStep(BigDecimal value, BigDecimal step) {
    BigDecimal checked = Decimals.factor(value, "value");
    if (Decimals.factor(step, "step").signum() <= 0) {
      throw new InvalidInputException(Money.INVALID, "step", step.toString(), "must be above zero");
    }
    return checked.divide(step, 0, mode).multiply(step);
  }

  private long scaleWide(long value, long numerator, long denominator) {
    BigInteger product = BigInteger.valueOf(value).multiply(BigInteger.valueOf(numerator));
    try {
      return new BigDecimal(product)
          .divide(BigDecimal.valueOf(denominator), 0, mode)
          .longValueExact();
    } catch (ArithmeticException overflow) {
      if (denominator == 0) {
        throw overflow;
      }
      throw new ArithmeticOverflowException("multiplying");
    }
  }

  /** Whether a quotient that does not come out even is rounded away from zero. */
  private boolean leavesZero(long whole, long rest, long denominator) {
    return switch (this) {
      case UP -> true;
      case DOWN -> false;
      case HALF_UP -> aboveHalf(rest, denominator) >= 0;
      case HALF_DOWN -> aboveHalf(rest, denominator) > 0;
      case HALF_EVEN -> {
        int side = aboveHalf(rest, denominator);
        yield side > 0 || (side == 0 && (whole & 1) != 0);
      }
    };
  }

  /** Negative sizes, because the smallest long has no opposite. */
  private static int aboveHalf(long rest, long denominator) {
    long small = rest < 0 ? rest : -rest;
    long large = denominator < 0 ? denominator : -denominator;
    return Long.compare(large - small, small);
  }
}
