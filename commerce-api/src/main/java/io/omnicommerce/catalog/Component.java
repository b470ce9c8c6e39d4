package io.omnicommerce.catalog;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/**
 * What a bundle consists of.
 *
 * @param sku a plain SKU, or another bundle
 * @param quantity how much of it is in one piece of the bundle, in its own unit of measure
 */
public record Component(Sku sku, Quantity quantity) {

  public Component {
    Objects.requireNonNull(sku, "sku");
    if (quantity.isZero()) {
      throw new InvalidInputException(Quantity.INVALID, "quantity", "0", "must be above 0");
    }
  }

  /** So much of a SKU. */
  public static Component of(Sku sku, Quantity quantity) {
    return new Component(sku, quantity);
  }
}
