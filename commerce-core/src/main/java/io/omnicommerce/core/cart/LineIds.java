package io.omnicommerce.core.cart;

import io.omnicommerce.pricing.LineId;

/** Ids of lines, which sort as text in the order in which the lines were added. */
final class LineIds {

  private static final int DIGITS = 4;

  private LineIds() {}

  /**
   * {@code 0001} to {@code 9999}, then {@code a10000}: a letter that stands for the number of
   * digits keeps longer numbers behind shorter ones.
   */
  static LineId of(int number) {
    String digits = Integer.toString(number);
    if (digits.length() <= DIGITS) {
      return LineId.of("0".repeat(DIGITS - digits.length()) + digits);
    }
    return LineId.of((char) ('a' + digits.length() - DIGITS - 1) + digits);
  }
}
