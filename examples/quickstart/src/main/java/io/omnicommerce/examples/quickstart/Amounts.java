package io.omnicommerce.examples.quickstart;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;

/** What a row is worth in money, rounded once. */
final class Amounts {

  private Amounts() {}

  /** Below zero for a quantity below zero. */
  static Money of(Row row) {
    Money amount =
        UnitPrice.of(row.price(), Shop.GBP)
            .times(Quantity.of(Math.abs(row.quantity())), Rounding.HALF_UP);
    return row.quantity() < 0 ? amount.negated() : amount;
  }
}
