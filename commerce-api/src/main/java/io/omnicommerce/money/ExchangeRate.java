package io.omnicommerce.money;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * The price of one currency in another, by a name under which it is kept.
 *
 * @param rate how many major units of {@code to} one major unit of {@code from} is worth; above
 *     zero
 */
public record ExchangeRate(String id, Currency from, Currency to, BigDecimal rate) {

  public ExchangeRate {
    Text.id(id, "rate");
    Currencies.check(from);
    Currencies.check(to);
    if (rate.signum() <= 0 || rate.precision() > 34 || Math.abs((long) rate.scale()) > 34) {
      throw new InvalidInputException(
          Money.INVALID,
          "rate",
          rate.precision() > 34 ? "too precise" : rate.toString(),
          "must be above zero, with at most 34 digits");
    }
  }

  /**
   * Converts an amount, rounded once.
   *
   * @throws CurrencyMismatchException if the amount is not in {@link #from}
   */
  public Conversion convert(Money amount, Rounding rounding) {
    if (!amount.currency().equals(from)) {
      throw new CurrencyMismatchException(amount.currency(), from);
    }
    BigDecimal minor =
        amount.toBigDecimal().multiply(rate).movePointRight(to.getDefaultFractionDigits());
    return new Conversion(this, amount, Money.rounded(minor, to, rounding), rounding);
  }
}
