package io.omnicommerce.examples.scenarios.money;

import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import java.math.BigDecimal;
import java.util.List;

/** Decimals as whole numbers in the same proportion, which is what the library splits by. */
final class Wholes {

  private Wholes() {}

  /**
   * @param digits how many places behind the point are kept at least: those of a currency make
   *     minor units
   */
  static long[] of(int digits, List<BigDecimal> decimals) {
    try {
      return exact(digits, decimals);
    } catch (ArithmeticException tooLarge) {
      throw new UnsupportedException(decimals + " is more than can be split by");
    }
  }

  private static long[] exact(int digits, List<BigDecimal> decimals) {
    int scale = decimals.stream().mapToInt(BigDecimal::scale).reduce(digits, Math::max);
    return decimals.stream()
        .mapToLong(decimal -> decimal.setScale(scale).unscaledValue().longValueExact())
        .toArray();
  }
}
