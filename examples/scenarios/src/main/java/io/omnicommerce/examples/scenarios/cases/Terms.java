package io.omnicommerce.examples.scenarios.cases;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Rounding;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;

/** The words about money and time that every area uses. */
public final class Terms {

  private Terms() {}

  public static Currency currency(String code) {
    try {
      return Currencies.of(code);
    } catch (InvalidInputException unknown) {
      throw new UnsupportedException("the currency '" + code + "' is not known");
    }
  }

  /** In any case. */
  public static Rounding rounding(String name) {
    return Arrays.stream(Rounding.values())
        .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new UnsupportedException("the rounding mode '" + name + "' is not known"));
  }

  /** When something counts, by the names of its beginning and its end. */
  public static TimeWindow window(Fields fields, String from, String until) {
    return new TimeWindow(fields.findInstant(from), fields.findInstant(until));
  }
}
