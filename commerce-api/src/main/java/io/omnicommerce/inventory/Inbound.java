package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A delivery that is expected at a location.
 *
 * @param lines what comes with it, each SKU once
 */
public record Inbound(InboundId id, LocationId location, List<Line> lines) {

  /**
   * So much of a SKU.
   *
   * @param promisable how much of it may be promised before it is there
   * @param expected when it is expected to be there
   */
  public record Line(Sku sku, Quantity promisable, Instant expected) {
    public Line {
      Objects.requireNonNull(sku, "sku");
      Objects.requireNonNull(promisable, "promisable");
      Objects.requireNonNull(expected, "expected");
    }
  }

  public Inbound {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(location, "location");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
  }
}
