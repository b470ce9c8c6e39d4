package io.omnicommerce.money;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * The price of one unit, which may be finer than a cent: 0.0425 EUR a screw. It becomes {@link
 * Money} only by {@link #times}, which rounds once. Never negative. Equal prices are equal: 1.50 is
 * 1.5.
 *
 * @param units the price in 10<sup>-scale</sup> of the major unit
 * @param scale the number of decimals, as few as the price needs
 * @param currency an ISO 4217 currency in force
 */
public record UnitPrice(long units, int scale, Currency currency) implements Comparable<UnitPrice> {

  /** The most decimals a price can have. */
  public static final int SCALE_MAX = 6;

  /** A price is negative, malformed, or has more than six decimals. */
  public static final ErrorCode INVALID = ErrorCode.of("money.invalid_price");

  public UnitPrice {
    Currencies.check(currency);
    if (units < 0) {
      throw new InvalidInputException(
          INVALID, "price", BigDecimal.valueOf(units, scale).toString(), "may not be negative");
    }
    if (scale < 0 || scale > SCALE_MAX) {
      throw tooFine(scale + " decimals");
    }
    while (scale > 0 && units % 10 == 0) {
      units /= 10;
      scale--;
    }
  }

  /**
   * A price a unit, with up to six decimals.
   *
   * @throws InvalidInputException {@code money.invalid_price} if negative or finer than {@value
   *     #SCALE_MAX} decimals
   * @throws ArithmeticOverflowException if it is too large
   */
  public static UnitPrice of(BigDecimal major, Currency currency) {
    Objects.requireNonNull(major, "major");
    if (major.signum() == 0) {
      return new UnitPrice(0, 0, currency);
    }
    if (Decimals.isTooFine(major)) {
      throw tooFine("more than 100 decimals");
    }
    if (Decimals.isTooLarge(major, 0)) {
      throw new ArithmeticOverflowException("reading a price");
    }
    BigDecimal plain = major.stripTrailingZeros();
    int scale = Math.max(plain.scale(), 0);
    if (scale > SCALE_MAX) {
      throw tooFine(major.toString());
    }
    try {
      return new UnitPrice(plain.setScale(scale).unscaledValue().longValueExact(), scale, currency);
    } catch (ArithmeticException beyondLong) {
      throw new ArithmeticOverflowException("reading a price");
    }
  }

  public static UnitPrice of(String major, Currency currency) {
    Objects.requireNonNull(currency, "currency");
    return of(Decimals.parse(major, "major", INVALID), currency);
  }

  /**
   * The price of one, as an amount that can be paid.
   *
   * @throws InvalidInputException {@code money.invalid_price} if it is negative
   */
  public static UnitPrice of(Money money) {
    Objects.requireNonNull(money, "money");
    return new UnitPrice(
        money.minor(), money.currency().getDefaultFractionDigits(), money.currency());
  }

  /** Reads what {@link #toString} writes: {@code EUR 0.0425}. */
  public static UnitPrice parse(String text) {
    Objects.requireNonNull(text, "text");
    if (text.length() < 5 || text.charAt(3) != ' ') {
      throw new InvalidInputException(
          INVALID, "price", text, "must be a currency and a price, such as EUR 0.0425");
    }
    return of(text.substring(4), Currencies.of(text.substring(0, 3)));
  }

  /**
   * The price of so many, exact until it is rounded once.
   *
   * @throws ArithmeticOverflowException if the product cannot be held
   */
  public Money times(Quantity quantity, Rounding rounding) {
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(rounding, "rounding");
    int finer = scale + quantity.scale() - currency.getDefaultFractionDigits();
    return finer > 0
        ? Money.ofMinor(
            rounding.scale(units, quantity.unscaled(), Decimals.powerOfTen(finer)), currency)
        : whole(quantity.unscaled(), Decimals.powerOfTen(-finer));
  }

  // The quantity comes first: it may be zero, and nothing of any price is nothing.
  private Money whole(long quantity, long minorPerUnit) {
    try {
      return new Money(
          Math.multiplyExact(Math.multiplyExact(units, quantity), minorPerUnit), currency);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("multiplying a price by a quantity");
    }
  }

  /** The price of one, rounded to what can be paid. */
  public Money toMoney(Rounding rounding) {
    return times(Quantity.ONE, rounding);
  }

  /** Whether it costs nothing. */
  public boolean isZero() {
    return units == 0;
  }

  /** The same number, without trailing zeros. */
  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(units, scale);
  }

  /**
   * @throws CurrencyMismatchException if the currencies differ
   */
  @Override
  public int compareTo(UnitPrice other) {
    Objects.requireNonNull(other, "other");
    if (!currency.equals(other.currency)) {
      throw new CurrencyMismatchException(currency, other.currency);
    }
    return scale == other.scale
        ? Long.compare(units, other.units)
        : toBigDecimal().compareTo(other.toBigDecimal());
  }

  /**
   * The currency and the price with at least the currency's decimals, such as {@code EUR 0.0425}.
   */
  @Override
  public String toString() {
    BigDecimal shown = toBigDecimal();
    int digits = currency.getDefaultFractionDigits();
    return currency.getCurrencyCode()
        + ' '
        + (scale < digits ? shown.setScale(digits) : shown).toPlainString();
  }

  private static InvalidInputException tooFine(String given) {
    return new InvalidInputException(
        INVALID, "price", given, "may have at most " + SCALE_MAX + " decimals");
  }
}
