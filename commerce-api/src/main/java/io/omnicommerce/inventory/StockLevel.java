package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/**
 * The stock of a SKU at a location, at one moment.
 *
 * @param onHand what is there to be sold, spoken for or not; what is in quarantine or damaged is
 *     counted apart
 * @param reserved what is spoken for and expires
 * @param allocated what is promised to orders
 * @param quarantined what is there and may not be sold until somebody has looked at it
 * @param damaged what is there and broken
 * @param safety what is kept back
 * @param available what may still be sold from here; zero when oversold
 * @param oversold by how much a count has left less than is spoken for or kept back
 */
public record StockLevel(
    Sku sku,
    LocationId location,
    Quantity onHand,
    Quantity reserved,
    Quantity allocated,
    Quantity quarantined,
    Quantity damaged,
    Quantity safety,
    Quantity available,
    Quantity oversold) {

  public StockLevel {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(onHand, "onHand");
    Objects.requireNonNull(reserved, "reserved");
    Objects.requireNonNull(allocated, "allocated");
    Objects.requireNonNull(quarantined, "quarantined");
    Objects.requireNonNull(damaged, "damaged");
    Objects.requireNonNull(safety, "safety");
    Objects.requireNonNull(available, "available");
    Objects.requireNonNull(oversold, "oversold");
  }
}
