package io.omnicommerce.core.pricing;

import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.tax.TaxLine;
import java.util.Currency;
import java.util.List;

/** Adds up a cart while its lines are priced. */
final class Sums {

  private Money goods;
  private Money charges;
  private Money taxAdded;
  private Money taxIncluded;
  private final Money adjustments;

  Sums(Currency currency) {
    Money zero = Money.zero(currency);
    goods = zero;
    adjustments = zero;
    charges = zero;
    taxAdded = zero;
    taxIncluded = zero;
  }

  void line(Money amount, List<TaxLine> taxes) {
    goods = goods.plus(amount);
    taxes.forEach(this::tax);
  }

  void charge(Money amount, List<TaxLine> taxes) {
    charges = charges.plus(amount);
    taxes.forEach(this::tax);
  }

  Totals totals() {
    Money grand = goods.plus(adjustments).plus(charges).plus(taxAdded);
    return new Totals(goods, adjustments, charges, taxAdded, taxIncluded, grand);
  }

  private void tax(TaxLine tax) {
    if (tax.included()) {
      taxIncluded = taxIncluded.plus(tax.tax());
    } else {
      taxAdded = taxAdded.plus(tax.tax());
    }
  }
}
