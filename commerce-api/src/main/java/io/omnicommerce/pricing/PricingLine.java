package io.omnicommerce.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.price.PriceOverride;
import java.util.Objects;
import java.util.Optional;

/** A line to be priced. */
public record PricingLine(LineId id, Sku sku, Quantity quantity, Optional<PriceOverride> override) {

  public PricingLine {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(override, "override");
  }
}
