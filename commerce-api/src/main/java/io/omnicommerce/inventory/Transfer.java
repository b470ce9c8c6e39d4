package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Goods on their way from one location to another.
 *
 * @param lines what goes, each SKU once
 * @param purpose for what it goes: an order that is fetched there; empty for the shelf
 */
public record Transfer(
    TransferId id,
    LocationId from,
    LocationId to,
    TransferStatus status,
    List<Line> lines,
    Optional<Reference> purpose) {

  /**
   * So much of a SKU.
   *
   * @param planned how much was to go
   * @param shipped how much has left
   * @param received how much has arrived fit to be sold
   * @param damaged how much has arrived otherwise, and is in quarantine
   * @param lost how much will not arrive
   */
  public record Line(
      Sku sku,
      Quantity planned,
      Quantity shipped,
      Quantity received,
      Quantity damaged,
      Quantity lost) {

    public Line {
      Objects.requireNonNull(sku, "sku");
      Objects.requireNonNull(planned, "planned");
      Objects.requireNonNull(shipped, "shipped");
      Objects.requireNonNull(received, "received");
      Objects.requireNonNull(damaged, "damaged");
      Objects.requireNonNull(lost, "lost");
      shipped.minus(received).minus(damaged).minus(lost);
    }

    /** What is on its way. */
    public Quantity inTransit() {
      return shipped.minus(received).minus(damaged).minus(lost);
    }
  }

  public Transfer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(status, "status");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    Objects.requireNonNull(purpose, "purpose");
  }
}
