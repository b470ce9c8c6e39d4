package io.omnicommerce.core.tax;

import io.omnicommerce.common.DerivedList;
import io.omnicommerce.money.Money;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import java.util.Currency;

/** Taxes on one amount as they stand on its line; who reads them has them made. */
final class RatedTaxes extends DerivedList<TaxLine> {

  private final CategoryRates rates;
  private final long amount;
  private final long[] taxes;
  private final Currency currency;

  /**
   * @param taxes one a rate; nobody changes them any more
   */
  RatedTaxes(CategoryRates rates, long amount, long[] taxes, Currency currency) {
    this.rates = rates;
    this.amount = amount;
    this.taxes = taxes;
    this.currency = currency;
  }

  @Override
  public TaxLine get(int index) {
    TaxRate rate = rates.rate(index);
    long base = rates.isIncluded(index) ? rates.net(amount, taxes) : amount;
    return new TaxLine(
        rate.code(),
        rate.percent(),
        Money.ofMinor(base, currency),
        Money.ofMinor(taxes[index], currency),
        rate.included());
  }

  @Override
  public int size() {
    return taxes.length;
  }
}
