package io.omnicommerce.core.pricing;

import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.tax.TaxLine;
import java.util.Currency;
import java.util.List;

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
  void line(Money amount, long taken, List<TaxLine> taxes) {
    goods = plus(goods, here(amount));
    adjustments = plus(adjustments, -taken);
    taxes(taxes);
  }

  /**
   * @param taken how much less it is
   */
  void charge(Money amount, long taken, List<TaxLine> taxes) {
    charges = plus(charges, here(amount));
    adjustments = plus(adjustments, -taken);
    taxes(taxes);
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

  private void taxes(List<TaxLine> taxes) {
    for (int i = 0; i < taxes.size(); i++) {
      TaxLine tax = taxes.get(i);
      if (tax.included()) {
        taxIncluded = plus(taxIncluded, tax.tax().minor());
      } else {
        taxAdded = plus(taxAdded, tax.tax().minor());
      }
    }
  }

  private long here(Money amount) {
    if (!amount.currency().equals(currency)) {
      throw new CurrencyMismatchException(currency, amount.currency());
    }
    return amount.minor();
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }

  private static long plus(long sum, long more) {
    try {
      return Math.addExact(sum, more);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("adding");
    }
  }
}
