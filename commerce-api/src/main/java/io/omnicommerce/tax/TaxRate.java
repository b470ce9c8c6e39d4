package io.omnicommerce.tax;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.TimeWindow;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A rate.
 *
 * @param code its name on documents: {@code GB-STANDARD}
 * @param category the tax category it applies to
 * @param area where it applies
 * @param percent from 0 to 100, with at most 4 decimals; 7.50 is 7.5
 * @param included whether prices contain it already
 * @param window when it applies
 */
public record TaxRate(
    String code,
    String category,
    TaxArea area,
    BigDecimal percent,
    boolean included,
    TimeWindow window) {

  /** A tax rate is negative, above its limit or too fine, or stands in its zone twice. */
  public static final ErrorCode INVALID = ErrorCode.of("tax.invalid_rate");

  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");

  public TaxRate {
    Text.id(code, "code");
    Text.id(category, "category");
    Objects.requireNonNull(area, "area");
    Objects.requireNonNull(percent, "percent");
    Objects.requireNonNull(window, "window");
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
  }

  /** A rate that prices contain, always; in these countries, or in all if none is named. */
  public static TaxRate included(
      String code, String category, String percent, CountryCode... countries) {
    return new TaxRate(
        code, category, TaxArea.within(countries), parse(percent), true, TimeWindow.ALWAYS);
  }

  /** A rate on top of prices, always; in these countries, or in all if none is named. */
  public static TaxRate added(
      String code, String category, String percent, CountryCode... countries) {
    return new TaxRate(
        code, category, TaxArea.within(countries), parse(percent), false, TimeWindow.ALWAYS);
  }

  private static BigDecimal parse(String percent) {
    Objects.requireNonNull(percent, "percent");
    if (!PERCENT.matcher(percent).matches()) {
      throw new InvalidInputException(
          INVALID, "percent", percent, "must be from 0 to 100 with at most 4 decimals");
    }
    return new BigDecimal(percent);
  }

  /** This rate in a stretch of time. */
  public TaxRate withWindow(TimeWindow with) {
    return new TaxRate(code, category, area, percent, included, with);
  }

  /** This rate in another area. */
  public TaxRate withArea(TaxArea with) {
    return new TaxRate(code, category, with, percent, included, window);
  }
}
