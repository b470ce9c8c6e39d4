package io.omnicommerce.order;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/**
 * What an allocation takes of one SKU for each unit of its line: of a plain SKU itself, once; of a
 * bundle one part a component.
 *
 * @param line the number of the line in the ledger's group that holds it, from 1
 * @param sku what is taken
 * @param perUnit how much of it one unit of the order's line needs
 * @param decimals the decimals of the SKU's unit of measure when it was allocated
 */
public record AllocatedPart(int line, Sku sku, Quantity perUnit, int decimals) {

  public AllocatedPart {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(perUnit, "perUnit");
    if (line < 1) {
      throw new IllegalArgumentException("The lines of a group are numbered from 1: " + line);
    }
    if (perUnit.isZero()) {
      throw new InvalidInputException(Quantity.INVALID, "perUnit", "0", "must be above 0");
    }
  }

  /** The part of a plain SKU: itself, once. */
  public static AllocatedPart of(int line, Sku sku, int decimals) {
    return new AllocatedPart(line, sku, Quantity.ONE, decimals);
  }

  /** How much of the SKU so much of the order's line needs. */
  public Quantity of(Quantity quantity) {
    Objects.requireNonNull(quantity, "quantity");
    return perUnit.equals(Quantity.ONE)
        ? quantity
        : Quantity.of(quantity.toBigDecimal().multiply(perUnit.toBigDecimal()));
  }

  /** The same as the ledger counts it: in units of 10<sup>-decimals</sup>. */
  public long units(Quantity quantity) {
    return of(quantity).toUnits(decimals);
  }
}
