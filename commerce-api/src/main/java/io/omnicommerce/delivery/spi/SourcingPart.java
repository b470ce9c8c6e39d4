package io.omnicommerce.delivery.spi;

import io.omnicommerce.catalog.Sku;
import java.util.Objects;

/**
 * What one unit of a line needs of one SKU: of a plain line the SKU itself, of a bundle one part a
 * component.
 *
 * @param units how many of the SKU's smallest unit for each of the line's smallest unit, from 1
 */
public record SourcingPart(Sku sku, long units) {

  public SourcingPart {
    Objects.requireNonNull(sku, "sku");
    if (units < 1) {
      throw new IllegalArgumentException("A part needs at least one unit of " + sku + ": " + units);
    }
  }
}
