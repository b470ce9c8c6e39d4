package io.omnicommerce.delivery.spi;

import io.omnicommerce.catalog.Sku;
import java.util.Set;

/**
 * Says how much of what could be taken at a location is left where it is. Pure: called inside a
 * transaction.
 */
@FunctionalInterface
public interface ShelfRule {

  /**
   * How much may be taken.
   *
   * @param units what there is, above zero, in the SKU's smallest unit
   * @return at most that; what is below zero counts as nothing
   */
  long spare(SourcingRequest request, SourcingPlace place, Sku sku, long units);

  /** What it asks about places; by default what is known of the location. */
  default Set<SourcingFact> facts() {
    return Set.of(SourcingFact.LOCATION);
  }
}
