package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/** So much of a SKU at one location. */
public record SkuAt(Sku sku, LocationId location, Quantity quantity) {

  public SkuAt {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(quantity, "quantity");
  }
}
