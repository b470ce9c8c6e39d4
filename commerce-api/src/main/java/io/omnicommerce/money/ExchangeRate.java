package io.omnicommerce.money;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * The price of one currency in another, by a name under which it is kept. Equal rates are equal:
 * 1.50 is 1.5.
 *
 * @param id the name under which the host keeps it
 * @param from the currency that is given
 * @param to the currency that is got
 * @param rate how many major units of {@code to} one major unit of {@code from} is worth; above
 *     zero, with at most {@value #DIGITS_MAX} digits
 */
public record ExchangeRate(String id, Currency from, Currency to, BigDecimal rate) {

  /** The most digits a rate can have, as in IEEE's decimal128, and the most decimals. */
  public static final int DIGITS_MAX = 34;

  public ExchangeRate {
    Text.id(id, "id");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Currencies.check(from);
    Currencies.check(to);
    rate = normal(Decimals.factor(rate, "rate"));
    if (rate.signum() <= 0 || rate.precision() > DIGITS_MAX || rate.scale() > DIGITS_MAX) {
      throw new InvalidInputException(
          Money.INVALID,
          "rate",
          rate.toString(),
          "must be above zero, with at most " + DIGITS_MAX + " digits");
    }
  }

  /**
   * Converts an amount, rounded once.
   *
   * @throws CurrencyMismatchException if the amount is not in {@link #from}
   * @throws ArithmeticOverflowException if the result cannot be held
   */
  public Conversion convert(Money amount, Rounding rounding) {
    return new Conversion(this, amount, target(amount, rounding), rounding);
  }

  /**
   * Converts several amounts: their total, once, or each of them. What is owed is the sum of the
   * targets; it may differ by a minor unit an amount.
   *
   * @return one conversion, of the total, or one an amount, in their order; each is stored whole
   * @throws CurrencyMismatchException if an amount is not in {@link #from}
   * @throws ArithmeticOverflowException if a result cannot be held
   */
  public List<Conversion> convert(List<Money> amounts, CurrencyConversion what, Rounding rounding) {
    Objects.requireNonNull(amounts, "amounts");
    return switch (Objects.requireNonNull(what, "what")) {
      case CONVERT_TOTAL -> List.of(convert(Money.sum(from, amounts), rounding));
      case SUM_CONVERTED -> amounts.stream().map(amount -> convert(amount, rounding)).toList();
    };
  }

  /**
   * What several amounts come to in {@link #to}: the sum of what {@link #convert(List,
   * CurrencyConversion, Rounding)} gives.
   */
  public Money total(List<Money> amounts, CurrencyConversion what, Rounding rounding) {
    Money total = Money.zero(to);
    for (Conversion conversion : convert(amounts, what, rounding)) {
      total = total.plus(conversion.target());
    }
    return total;
  }

  /** What an amount becomes: the one place where a rate is applied. */
  Money target(Money amount, Rounding rounding) {
    Objects.requireNonNull(amount, "amount");
    if (!amount.currency().equals(from)) {
      throw new CurrencyMismatchException(amount.currency(), from);
    }
    BigDecimal minor =
        amount.toBigDecimal().multiply(rate).movePointRight(to.getDefaultFractionDigits());
    return Money.rounded(minor, to, rounding);
  }

  private static BigDecimal normal(BigDecimal rate) {
    BigDecimal stripped = rate.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
