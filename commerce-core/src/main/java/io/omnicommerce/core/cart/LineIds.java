package io.omnicommerce.core.cart;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.pricing.LineId;
import java.util.regex.Pattern;

/** Ids of lines, which sort as text in the order in which the lines were added. */
final class LineIds {

  private static final int DIGITS = 4;

  private static final Pattern FORM = Pattern.compile("[0-9]{4}|[a-z][0-9]{5,10}");

  private LineIds() {}

  /**
   * What is no line may not have an id that a line has or will have.
   *
   * @throws InvalidInputException {@code input.malformed}
   */
  static void requireOther(LineId charge) {
    if (FORM.matcher(charge.value()).matches()) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED,
          "charge",
          charge.value(),
          "is the id of a line; name the charge, such as fee");
    }
  }

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
