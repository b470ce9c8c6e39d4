package io.omnicommerce.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/**
 * A quantity that was cut down to what a limit allows, as the convention {@code over_quantity} has
 * it.
 *
 * @param asked how much was asked for
 * @param given how much of that there is now; zero if none
 */
public record QuantityCut(Sku sku, Quantity asked, Quantity given) {

  public QuantityCut {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(given, "given");
  }
}
