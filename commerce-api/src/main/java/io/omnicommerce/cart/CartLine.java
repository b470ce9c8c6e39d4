package io.omnicommerce.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.pricing.LineId;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of a cart.
 *
 * @param quantity above zero
 * @param reference the caller's name for the line, which keeps it apart from others of its SKU
 * @param override a price set by somebody with the permission
 */
public record CartLine(
    LineId id,
    Sku sku,
    Quantity quantity,
    Optional<String> reference,
    Optional<PriceOverride> override) {

  public CartLine {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(reference, "reference");
    if (quantity.isZero()) {
      throw new InvalidInputException(Quantity.INVALID, "quantity", "0", "must be above 0");
    }
    reference = reference.map(text -> Text.id(text, "reference"));
    Objects.requireNonNull(override, "override");
  }

  /** This line with another quantity. */
  public CartLine withQuantity(Quantity with) {
    return new CartLine(id, sku, with, reference, override);
  }

  /** This line with a price set by hand. */
  public CartLine withOverride(PriceOverride with) {
    return new CartLine(
        id, sku, quantity, reference, Optional.of(Objects.requireNonNull(with, "override")));
  }
}
