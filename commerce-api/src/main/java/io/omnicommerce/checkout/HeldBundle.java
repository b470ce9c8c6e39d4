package io.omnicommerce.checkout;

import io.omnicommerce.catalog.Component;
import io.omnicommerce.catalog.Sku;
import java.util.List;
import java.util.Objects;

/**
 * What a bundle consisted of when its stock was held. The order has the same, whatever the catalog
 * says by then.
 *
 * @param parts what has stock, of all bundles inside of each other, each for one piece of the
 *     bundle
 */
public record HeldBundle(Sku sku, List<Component> parts) {

  public HeldBundle {
    Objects.requireNonNull(sku, "sku");
    parts = List.copyOf(Objects.requireNonNull(parts, "parts"));
  }
}
