package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/**
 * What has become of some goods that were on their way.
 *
 * @param received how much has arrived fit to be sold
 * @param damaged how much has arrived and has to be looked at: it goes into quarantine
 * @param lost how much will not arrive
 */
public record TransferArrival(Sku sku, Quantity received, Quantity damaged, Quantity lost) {

  public TransferArrival {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(received, "received");
    Objects.requireNonNull(damaged, "damaged");
    Objects.requireNonNull(lost, "lost");
  }

  /** All of it has arrived fit to be sold. */
  public static TransferArrival good(Sku sku, Quantity received) {
    return new TransferArrival(sku, received, Quantity.ZERO, Quantity.ZERO);
  }

  /** All of it has arrived and has to be looked at. */
  public static TransferArrival damaged(Sku sku, Quantity damaged) {
    return new TransferArrival(sku, Quantity.ZERO, damaged, Quantity.ZERO);
  }

  /** Nothing of it will arrive. */
  public static TransferArrival lost(Sku sku, Quantity lost) {
    return new TransferArrival(sku, Quantity.ZERO, Quantity.ZERO, lost);
  }
}
