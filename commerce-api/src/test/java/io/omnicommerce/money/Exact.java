package io.omnicommerce.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Supplier;

/** The oracle of the money laws: schoolbook arithmetic on BigInteger, without a shared line. */
final class Exact {

  private Exact() {}

  static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  /** What arithmetic may answer: this very number, or that it is too large to be held. */
  static void assertExactOrRefused(Supplier<Money> operation, BigInteger expected) {
    if (expected.bitLength() > 63) {
      assertThatThrownBy(operation::get)
          .isInstanceOf(ArithmeticOverflowException.class)
          .hasMessageContaining(Long.toString(Long.MAX_VALUE));
    } else {
      assertThat(operation.get().minor()).isEqualTo(expected.longValueExact());
    }
  }

  /** The whole number that a fraction is rounded to, by comparing twice the remainder. */
  static BigInteger rounded(BigInteger numerator, BigInteger denominator, Rounding rounding) {
    BigInteger[] parts = numerator.abs().divideAndRemainder(denominator);
    int middle = parts[1].shiftLeft(1).compareTo(denominator);
    boolean away =
        switch (rounding) {
          case UP -> parts[1].signum() > 0;
          case DOWN -> false;
          case HALF_UP -> middle >= 0;
          case HALF_DOWN -> middle > 0;
          case HALF_EVEN -> middle > 0 || (middle == 0 && parts[0].testBit(0));
        };
    BigInteger size = away ? parts[0].add(BigInteger.ONE) : parts[0];
    return numerator.signum() < 0 ? size.negate() : size;
  }

  /** A decimal times a whole power of ten, as a fraction, rounded. */
  static BigInteger rounded(BigDecimal value, int movedRight, Rounding rounding) {
    int scale = value.scale() - movedRight;
    return scale >= 0
        ? rounded(value.unscaledValue(), BigInteger.TEN.pow(scale), rounding)
        : value.unscaledValue().multiply(BigInteger.TEN.pow(-scale));
  }
}
