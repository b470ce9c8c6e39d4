package io.omnicommerce.core.pricing;

import io.omnicommerce.core.tax.Taxes;
import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Totals;
import java.util.Currency;

/** Adds up a cart while its lines are priced. */
final class Sums {

  private final Currency currency;
  private long goods;
  private long charges;
  private long taxAdded;
  private long taxIncluded;
  private long adjustments;

  Sums(Currency currency) {
    this.currency = currency;
  }

  /**
   * @param taken how much less it costs
   */
  void line(long amount, long taken, Taxes taxes, int place) {
    goods = plus(goods, amount);
    add(taken, taxes, place);
  }

  /**
   * @param taken how much less it is
   */
  void charge(Money amount, long taken, Taxes taxes, int place) {
    charges = plus(charges, minor(amount, currency));
    add(taken, taxes, place);
  }

  private void add(long taken, Taxes taxes, int place) {
    adjustments = plus(adjustments, -taken);
    taxAdded = plus(taxAdded, taxes.added(place));
    taxIncluded = plus(taxIncluded, taxes.included(place));
  }

  Totals totals() {
    long grand = plus(plus(plus(goods, adjustments), charges), taxAdded);
    return new Totals(
        money(goods),
        money(adjustments),
        money(charges),
        money(taxAdded),
        money(taxIncluded),
        money(grand));
  }

  /** The minor units of an amount that must be in a currency. */
  static long minor(Money amount, Currency currency) {
    if (!amount.currency().equals(currency)) {
      throw new CurrencyMismatchException(currency, amount.currency());
    }
    return amount.minor();
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }

  static long plus(long sum, long more) {
    try {
      return Math.addExact(sum, more);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("adding");
    }
  }
}
