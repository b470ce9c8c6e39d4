package io.omnicommerce.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceOverride;
import java.util.Objects;
import java.util.Optional;

/**
 * A line to be added.
 *
 * @param quantity above zero
 * @param reference the caller's name for the line, which keeps it apart from others of its SKU
 * @param price a price to be set on it; needs the permission {@link
 *     io.omnicommerce.price.PriceService#OVERRIDE} and a reason
 * @param priceReason why that price
 */
public record NewLine(
    Sku sku,
    Quantity quantity,
    Optional<String> reference,
    Optional<UnitPrice> price,
    Optional<String> priceReason) {

  public NewLine {
    Objects.requireNonNull(priceReason, "priceReason");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(reference, "reference");
    if (quantity.isZero()) {
      throw new InvalidInputException(
          Quantity.INVALID, "quantity", "0", "must be at least 1; set a line to 0 to remove it");
    }
    reference = reference.map(text -> Text.id(text, "reference"));
    Objects.requireNonNull(price, "price");
    if (price.isPresent() && priceReason.map(String::isBlank).orElse(true)) {
      throw new InvalidInputException(
          PriceOverride.REASON_REQUIRED, "priceReason", "", "must say why the price was set");
    }
  }

  /** A line at the price that the lists give it. */
  public static NewLine of(Sku sku, Quantity quantity) {
    return new NewLine(sku, quantity, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** This line under the caller's own name, apart from others of its SKU. */
  public NewLine withReference(String with) {
    Objects.requireNonNull(with, "reference");
    return new NewLine(sku, quantity, Optional.of(with), price, priceReason);
  }

  /** This line at a price set by hand, and why. */
  public NewLine withPrice(UnitPrice with, String reason) {
    Objects.requireNonNull(with, "price");
    Objects.requireNonNull(reason, "reason");
    return new NewLine(sku, quantity, reference, Optional.of(with), Optional.of(reason));
  }
}
