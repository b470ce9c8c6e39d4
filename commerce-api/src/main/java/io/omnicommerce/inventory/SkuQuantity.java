package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/** So much of a SKU. */
public record SkuQuantity(Sku sku, Quantity quantity) {

  public SkuQuantity {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(quantity, "quantity");
  }

  /** So much of a SKU, in its unit of measure. */
  public static SkuQuantity of(Sku sku, Quantity quantity) {
    return new SkuQuantity(sku, quantity);
  }
}
