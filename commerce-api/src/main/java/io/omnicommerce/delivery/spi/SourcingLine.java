package io.omnicommerce.delivery.spi;

import io.omnicommerce.catalog.Sku;
import java.util.List;
import java.util.Objects;

/**
 * A line of goods that are to come from somewhere.
 *
 * @param number its place among the lines, from 0
 * @param sku what was asked for
 * @param units how much of it, in its smallest unit: pieces, or grams of what is sold by the
 *     kilogram with three decimals
 * @param parts what has to be taken for it; each SKU once
 */
public record SourcingLine(int number, Sku sku, long units, List<SourcingPart> parts) {

  public SourcingLine {
    Objects.requireNonNull(sku, "sku");
    parts = List.copyOf(Objects.requireNonNull(parts, "parts"));
    if (units < 1 || parts.isEmpty()) {
      throw new IllegalArgumentException("A line needs units and parts: " + sku);
    }
  }
}
