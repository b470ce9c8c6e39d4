package io.omnicommerce.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.price.PriceOverride;
import java.util.Objects;
import java.util.Optional;

/**
 * A line to be priced.
 *
 * @param quantity above zero
 * @param override a price set by somebody with the permission
 */
public record PricingLine(LineId id, Sku sku, Quantity quantity, Optional<PriceOverride> override) {

  public PricingLine {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sku, "sku");
    if (quantity.isZero()) {
      throw new InvalidInputException(Quantity.INVALID, "quantity", "0", "must be above 0");
    }
    Objects.requireNonNull(override, "override");
  }

  /** A line at the price that the lists give. */
  public static PricingLine of(LineId id, Sku sku, Quantity quantity) {
    return new PricingLine(id, sku, quantity, Optional.empty());
  }
}
