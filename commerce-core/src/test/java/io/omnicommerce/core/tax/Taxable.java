package io.omnicommerce.core.tax;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;

/**
 * Something that is taxed.
 *
 * @param category its tax category
 * @param exempt whether no tax is due on it, whatever its category
 * @param amount before discounts; below zero what is taken off by hand
 * @param discount what is taken off, as a positive amount
 * @param quantity of how much
 */
record Taxable(
    Taxables.Kind kind,
    String category,
    boolean exempt,
    Money amount,
    Money discount,
    Quantity quantity) {

  /** One thing at its amount. */
  static Taxable of(Taxables.Kind kind, String category, Money amount) {
    return new Taxable(kind, category, false, amount, Money.zero(amount.currency()), Quantity.ONE);
  }

  Taxable withQuantity(Quantity with) {
    return new Taxable(kind, category, exempt, amount, discount, with);
  }

  Taxable withDiscount(Money with) {
    return new Taxable(kind, category, exempt, amount, with, quantity);
  }

  Taxable withExempt(boolean with) {
    return new Taxable(kind, category, with, amount, discount, quantity);
  }

  /** What is left of the amount. */
  Money total() {
    return discount.isZero() ? amount : amount.minus(discount);
  }

  /** Whole units are taxed one by one where a convention says so; what is measured is one thing. */
  long units() {
    return quantity.scale() == 0 ? quantity.unscaled() : 1;
  }
}
