package io.omnicommerce.money;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Reads decimal numbers as people write them in data: an optional minus, ASCII digits, an optional
 * point; nothing else.
 */
final class Decimals {

  private static final Pattern FORM = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,12})?");

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
}
