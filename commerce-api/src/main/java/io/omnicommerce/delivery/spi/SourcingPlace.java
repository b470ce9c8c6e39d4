package io.omnicommerce.delivery.spi;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Location;
import io.omnicommerce.common.LocationId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A location from which goods could come.
 *
 * @param rank its place among the channel's locations, from 0: the preferred ones first
 * @param units what may be taken there of each SKU that is asked for, in its smallest unit; a SKU
 *     of which there is nothing may be missing
 * @param location what is known of it; empty unless a part of the sourcing asks for it
 * @param openJobs how many jobs are open there; zero unless a part of the sourcing asks for it
 */
public record SourcingPlace(
    LocationId id, int rank, Map<Sku, Long> units, Optional<Location> location, long openJobs) {

  public SourcingPlace {
    Objects.requireNonNull(id, "id");
    units = Map.copyOf(Objects.requireNonNull(units, "units"));
    Objects.requireNonNull(location, "location");
  }

  /** What may be taken of a SKU, never below zero. */
  public long unitsOf(Sku sku) {
    Objects.requireNonNull(sku, "sku");
    return Math.max(0, units.getOrDefault(sku, 0L));
  }

  /** The same place with other goods. */
  public SourcingPlace withUnits(Map<Sku, Long> with) {
    return new SourcingPlace(id, rank, with, location, openJobs);
  }
}
