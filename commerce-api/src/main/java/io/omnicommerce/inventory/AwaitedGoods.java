package io.omnicommerce.inventory;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Goods that can be promised and are not there.
 *
 * @param demand what of them, where they will be, and what they are promised of
 * @param expected when they are expected there; empty if nobody has said
 */
public record AwaitedGoods(StockDemand demand, Optional<Instant> expected) {

  public AwaitedGoods {
    Objects.requireNonNull(demand, "demand");
    Objects.requireNonNull(expected, "expected");
  }
}
