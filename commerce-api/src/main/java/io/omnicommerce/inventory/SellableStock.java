package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/**
 * What a channel may promise of a SKU at this moment, over the locations it draws on. What one
 * location cannot give - it is empty, its last ones are kept back, nothing is known of it, it is
 * oversold - the others do not lack; only what lies there below nothing is taken from them, where
 * the convention {@code negative_on_hand} counts that.
 *
 * @param onHand what lies there to be sold, spoken for or not
 * @param reserved what of it, and of what is not there yet, is spoken for
 * @param available what may still be promised, from the shelf or beyond it
 * @param missing how much more is promised than may be, where nothing is available
 */
public record SellableStock(
    Sku sku, Quantity onHand, Quantity reserved, Quantity available, Quantity missing) {

  public SellableStock {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(onHand, "onHand");
    Objects.requireNonNull(reserved, "reserved");
    Objects.requireNonNull(available, "available");
    Objects.requireNonNull(missing, "missing");
  }
}
