package io.omnicommerce.money;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Reads decimal numbers as people write them in data (an optional minus, ASCII digits, an optional
 * point; nothing else), and refuses those that would fill memory before any arithmetic sees them.
 */
final class Decimals {

  private static final Pattern FORM = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,12})?");

  private static final int DIGITS_MAX = 100;
  private static final int BITS_MAX = 333; // of a number of so many digits

  private Decimals() {}

  static BigDecimal parse(String text, String field, ErrorCode code) {
    Objects.requireNonNull(text, field);
    if (!FORM.matcher(text).matches()) {
      throw new InvalidInputException(
          code,
          field,
          text,
          "must be digits with an optional minus and decimal point, such as 12.34");
    }
    return new BigDecimal(text);
  }

  /**
   * A number that may be multiplied and rounded. Rounding expands a number to its last digit, so
   * 1E+1000000000 and 1E-1000000000 would exhaust memory.
   */
  static BigDecimal factor(BigDecimal value, String field) {
    Objects.requireNonNull(value, field);
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (Math.abs((long) value.scale()) > DIGITS_MAX || isLong(value)) {
      throw new InvalidInputException(
          Money.INVALID,
          field,
          isLong(value) ? "more" : value.toString(),
          "may have at most " + DIGITS_MAX + " digits before and behind the point");
    }
    return value;
  }

  /** Whether a number is a long with at most 12 decimals, so that it needs no wide arithmetic. */
  static boolean isShort(BigDecimal value) {
    return value.scale() >= 0 && value.scale() <= 12 && value.precision() <= 18;
  }

  /** A power of ten that fits a long. */
  static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  /** Whether a number has more decimals than any amount or price could. */
  static boolean isTooFine(BigDecimal value) {
    return value.scale() > DIGITS_MAX;
  }

  /**
   * Whether a number that is not too fine is beyond 19 digits before the point, when the point is
   * moved right by so many digits.
   */
  static boolean isTooLarge(BigDecimal value, int moved) {
    return value.unscaledValue().bitLength() > BITS_MAX + 64
        || (long) value.precision() - value.scale() + moved > 19;
  }

  // Counting bits is instant; counting the digits of a long number is not.
  private static boolean isLong(BigDecimal value) {
    return value.unscaledValue().bitLength() > BITS_MAX;
  }
}
