package io.omnicommerce.core.pricing;

import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.tax.TaxLine;
import java.util.Currency;

/** Adds up a cart while its lines are priced. */
final class Sums {

  private Money goods;
  private Money charges;
  private Money taxAdded;
  private Money taxIncluded;
  private Money adjustments;

  Sums(Currency currency) {
    Money zero = Money.zero(currency);
    goods = zero;
    adjustments = zero;
    charges = zero;
    taxAdded = zero;
    taxIncluded = zero;
  }

  void line(PricedLine line) {
    goods = goods.plus(line.amount());
    line.adjustments().forEach(this::adjustment);
    line.taxes().forEach(this::tax);
  }

  void charge(PricedCharge priced) {
    charges = charges.plus(priced.charge().amount());
    priced.adjustments().forEach(this::adjustment);
    priced.taxes().forEach(this::tax);
  }

  private void adjustment(PriceAdjustment adjustment) {
    adjustments = adjustments.plus(adjustment.amount());
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
