package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/** So much of a SKU, from one location. */
public record StockDemand(Sku sku, LocationId location, Quantity quantity) {

  public StockDemand {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(quantity, "quantity");
  }

  /** So much of a SKU, from one location and no other. */
  public static StockDemand of(Sku sku, LocationId location, Quantity quantity) {
    return new StockDemand(sku, location, quantity);
  }
}
