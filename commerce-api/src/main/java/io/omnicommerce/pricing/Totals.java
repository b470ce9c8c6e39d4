package io.omnicommerce.pricing;

import io.omnicommerce.money.Money;
import java.util.Objects;

/**
 * The sums of a priced cart.
 *
 * @param goods the lines' amounts
 * @param adjustments what changes goods and charges; below zero what is taken off
 * @param charges the charges' amounts before adjustments, delivery among them
 * @param taxAdded tax on top
 * @param taxIncluded tax inside the prices
 * @param grand what is to be paid: goods + adjustments + charges + taxAdded
 */
public record Totals(
    Money goods, Money adjustments, Money charges, Money taxAdded, Money taxIncluded, Money grand) {

  public Totals {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(adjustments, "adjustments");
    Objects.requireNonNull(charges, "charges");
    Objects.requireNonNull(taxAdded, "taxAdded");
    Objects.requireNonNull(taxIncluded, "taxIncluded");
    Objects.requireNonNull(grand, "grand");
    if (!goods.plus(adjustments).plus(charges).plus(taxAdded).equals(grand)) {
      throw new IllegalArgumentException("The parts of the totals do not add up to " + grand);
    }
  }
}
