package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/**
 * So much of a SKU, from one location.
 *
 * @param supply whether the goods are there
 */
public record StockDemand(Sku sku, LocationId location, Quantity quantity, Supply supply) {

  public StockDemand {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(supply, "supply");
  }

  /** So much of a SKU, from the shelf of one location and no other. */
  public static StockDemand of(Sku sku, LocationId location, Quantity quantity) {
    return new StockDemand(sku, location, quantity, Supply.ON_HAND);
  }
}
