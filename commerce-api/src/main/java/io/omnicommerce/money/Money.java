package io.omnicommerce.money;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount of money: a whole number of a currency's minor units. Exact or refused; amounts of two
 * currencies never meet.
 *
 * @param minor the amount in minor units: cents, yen, fils; may be negative
 * @param currency an ISO 4217 currency in force
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** An amount, factor or rate is malformed, or finer than its currency. */
  public static final ErrorCode INVALID = ErrorCode.of("money.invalid_amount");

  public Money {
    Currencies.check(currency);
  }

  /** So many of the currency's smallest unit: {@code ofMinor(499, GBP)} is GBP 4.99. */
  public static Money ofMinor(long minor, Currency currency) {
    return new Money(minor, currency);
  }

  /** Nothing, in a currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * An amount in major units.
   *
   * @throws InvalidInputException {@code money.invalid_amount} if it has more decimals than the
   *     currency
   * @throws ArithmeticOverflowException if it is too large
   */
  public static Money of(BigDecimal major, Currency currency) {
    Objects.requireNonNull(major, "major");
    Currencies.check(currency);
    int digits = currency.getDefaultFractionDigits();
    if (major.signum() == 0) {
      return zero(currency);
    }
    // Scale and length first: expanding 1E+1000000000 would exhaust memory before any limit could
    // speak.
    if (Decimals.isTooFine(major)) {
      throw tooFine("more than 100 decimals", currency);
    }
    if (Decimals.isTooLarge(major, digits)) {
      throw new ArithmeticOverflowException("reading an amount");
    }
    if (major.stripTrailingZeros().scale() > digits) {
      throw tooFine(major.toString(), currency);
    }
    try {
      return new Money(major.setScale(digits).unscaledValue().longValueExact(), currency);
    } catch (ArithmeticException beyondLong) {
      throw new ArithmeticOverflowException("reading an amount");
    }
  }

  /**
   * An amount in major units as text: {@code 12.34}.
   *
   * @throws InvalidInputException {@code money.invalid_amount} if it is not digits with an optional
   *     minus and point, or has more decimals than the currency
   * @throws ArithmeticOverflowException if it is too large
   */
  public static Money of(String major, Currency currency) {
    Objects.requireNonNull(currency, "currency");
    return of(Decimals.parse(major, "major", INVALID), currency);
  }

  /**
   * Reads what {@link #toString} writes: {@code GBP 12.34}.
   *
   * @throws InvalidInputException {@code money.invalid_amount} or {@code money.unknown_currency}
   */
  public static Money parse(String text) {
    Objects.requireNonNull(text, "text");
    if (text.length() < 5 || text.length() > 32 || text.charAt(3) != ' ') {
      throw new InvalidInputException(
          INVALID, "money", text, "must be a currency and an amount, such as GBP 12.34");
    }
    Currency currency = Currencies.of(text.substring(0, 3));
    Money money = of(text.substring(4), currency);
    if (!money.toString().equals(text)) {
      throw new InvalidInputException(
          INVALID, "money", text, "must be written in full, such as " + money);
    }
    return money;
  }

  /**
   * The sum of two amounts of one currency.
   *
   * @throws CurrencyMismatchException naming both currencies
   * @throws ArithmeticOverflowException if the sum cannot be held
   */
  public Money plus(Money other) {
    checkSame(other);
    try {
      return new Money(Math.addExact(minor, other.minor), currency);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("adding");
    }
  }

  /**
   * The difference of two amounts of one currency; may be below zero.
   *
   * @throws CurrencyMismatchException naming both currencies
   * @throws ArithmeticOverflowException if the difference cannot be held
   */
  public Money minus(Money other) {
    checkSame(other);
    try {
      return new Money(Math.subtractExact(minor, other.minor), currency);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("subtracting");
    }
  }

  /**
   * So many times the amount.
   *
   * @throws ArithmeticOverflowException if the product cannot be held
   */
  public Money times(long factor) {
    try {
      return new Money(Math.multiplyExact(minor, factor), currency);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("multiplying");
    }
  }

  /**
   * The product with any factor, rounded once.
   *
   * @throws ArithmeticOverflowException if the product cannot be held
   * @throws InvalidInputException {@code money.invalid_amount} for a factor of more than 100 digits
   */
  public Money times(BigDecimal factor, Rounding rounding) {
    BigDecimal product = BigDecimal.valueOf(minor).multiply(Decimals.factor(factor, "factor"));
    return rounded(product, currency, rounding);
  }

  /**
   * The product with a fraction, such as 3 days of 30, rounded once.
   *
   * @throws InvalidInputException {@code money.invalid_amount} if the denominator is zero
   * @throws ArithmeticOverflowException if the product cannot be held
   */
  public Money times(long numerator, long denominator, Rounding rounding) {
    Objects.requireNonNull(rounding, "rounding");
    if (denominator == 0) {
      throw new InvalidInputException(INVALID, "denominator", "0", "may not be zero");
    }
    return new Money(rounding.scale(minor, numerator, denominator), currency);
  }

  /** So many percent of this amount, rounded once; refused as {@link #times} does. */
  public Money percent(BigDecimal percent, Rounding rounding) {
    Objects.requireNonNull(percent, "percent");
    if (Decimals.isShort(percent)) {
      Objects.requireNonNull(rounding, "rounding");
      long denominator = 100 * Decimals.powerOfTen(percent.scale());
      return times(percent.unscaledValue().longValue(), denominator, rounding);
    }
    BigDecimal product = BigDecimal.valueOf(minor, 2).multiply(Decimals.factor(percent, "percent"));
    return rounded(product, currency, rounding);
  }

  /**
   * The opposite: what is owed becomes what is given back.
   *
   * @throws ArithmeticOverflowException for the one amount that has no opposite
   */
  public Money negated() {
    try {
      return new Money(Math.negateExact(minor), currency);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("negating");
    }
  }

  /**
   * This amount in coins: the multiple of the step that is nearest in the named way.
   *
   * @param step the smallest coin, above zero, in the same currency
   * @throws InvalidInputException {@code money.invalid_amount} for a step that is not above zero
   * @throws CurrencyMismatchException naming both currencies
   * @throws ArithmeticOverflowException if the result cannot be held
   */
  public Money toStep(Money step, Rounding rounding) {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(rounding, "rounding");
    checkSame(step);
    if (step.minor <= 0) {
      throw new InvalidInputException(INVALID, "step", step.toString(), "must be above zero");
    }
    return step.times(rounding.divide(minor, step.minor));
  }

  /** Whether it is nothing. */
  public boolean isZero() {
    return minor == 0;
  }

  /** Whether it is below zero. */
  public boolean isNegative() {
    return minor < 0;
  }

  /** Whether it is above zero. */
  public boolean isPositive() {
    return minor > 0;
  }

  /** The smaller of two amounts of one currency. */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The larger of two amounts of one currency. */
  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The amount in major units, with the currency's decimals. */
  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  /** The sum; the currency is needed because there may be nothing to add. */
  public static Money sum(Currency currency, Iterable<Money> amounts) {
    Objects.requireNonNull(amounts, "amounts");
    Money sum = zero(currency);
    for (Money amount : amounts) {
      sum = sum.plus(amount);
    }
    return sum;
  }

  /**
   * @throws CurrencyMismatchException if the currencies differ: there is no order between them
   */
  @Override
  public int compareTo(Money other) {
    checkSame(other);
    return Long.compare(minor, other.minor);
  }

  /** The currency and the amount, such as {@code GBP 12.34}; read by {@link #parse}. */
  @Override
  public String toString() {
    return currency.getCurrencyCode() + ' ' + toBigDecimal().toPlainString();
  }

  /** An exact amount in minor units, rounded once to money. */
  static Money rounded(BigDecimal minor, Currency currency, Rounding rounding) {
    Objects.requireNonNull(rounding, "rounding");
    try {
      return new Money(minor.setScale(0, rounding.mode()).longValueExact(), currency);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("multiplying");
    }
  }

  private static InvalidInputException tooFine(String given, Currency currency) {
    return new InvalidInputException(
        INVALID,
        "amount",
        given,
        "may have at most " + currency.getDefaultFractionDigits() + " decimals in " + currency);
  }

  private void checkSame(Money other) {
    Objects.requireNonNull(other, "other");
    if (!currency.equals(other.currency)) {
      throw new CurrencyMismatchException(currency, other.currency);
    }
  }
}
