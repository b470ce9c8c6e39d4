package io.omnicommerce.tax;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.TimeWindow;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;

/**
 * A rate.
 *
 * @param code its name on documents: {@code GB-STANDARD}
 * @param category the tax category it applies to
 * @param countries the countries it applies in; empty for all
 * @param percent from 0 to 100, with at most 4 decimals; 7.50 is 7.5
 * @param included whether prices contain it already
 * @param window when it applies
 */
public record TaxRate(
    String code,
    String category,
    Set<CountryCode> countries,
    BigDecimal percent,
    boolean included,
    TimeWindow window) {

  public static final ErrorCode INVALID = ErrorCode.of("tax.invalid_rate");

  public TaxRate {
    Text.id(code, "code");
    Text.id(category, "category");
    countries = Set.copyOf(countries);
    if (percent.precision() > 20
        || percent.signum() < 0
        || percent.compareTo(BigDecimal.valueOf(100)) > 0
        || percent.scale() > 4) {
      throw new InvalidInputException(
          INVALID,
          "percent",
          percent.precision() > 20 ? "too precise" : percent.toString(),
          "must be from 0 to 100 with at most 4 decimals");
    }
    percent = percent.stripTrailingZeros();
    percent = percent.scale() < 0 ? percent.setScale(0) : percent;
    Objects.requireNonNull(window, "window");
  }

  public static TaxRate included(
      String code, String category, String percent, CountryCode... countries) {
    return new TaxRate(
        code, category, Set.of(countries), new BigDecimal(percent), true, TimeWindow.ALWAYS);
  }

  public static TaxRate added(
      String code, String category, String percent, CountryCode... countries) {
    return new TaxRate(
        code, category, Set.of(countries), new BigDecimal(percent), false, TimeWindow.ALWAYS);
  }

  public TaxRate withWindow(TimeWindow with) {
    return new TaxRate(code, category, countries, percent, included, with);
  }
}
