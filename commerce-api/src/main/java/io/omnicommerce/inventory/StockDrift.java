package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A figure of another system that differs from ours, with what explains it and what would mend it.
 *
 * @param ours what is on hand by our books
 * @param theirs what is on hand by theirs
 * @param reserved what of ours is reserved and may expire
 * @param allocated what of ours is promised to orders and has not left: a system that counts it as
 *     gone differs by that
 * @param expected what is on its way to the location with a transfer: a system that counts it as
 *     there differs by that
 * @param explanations what the difference may come from, the likeliest first: each of them explains
 *     all of it by itself, unless it takes them {@code together}
 * @param together whether none explains it alone, and all of them together do
 * @param compensation what makes our figure theirs; empty if the difference is explained and
 *     nothing has to be mended
 */
public record StockDrift(
    LocationId location,
    Sku sku,
    Quantity ours,
    Quantity theirs,
    Quantity reserved,
    Quantity allocated,
    Quantity expected,
    List<Explanation> explanations,
    boolean together,
    Optional<StockAdjustment> compensation) {

  /** What a difference may come from. */
  public enum Explanation {
    /** They count what is allocated to orders as gone. */
    ALLOCATED_COUNTS_AS_GONE,
    /** They count what is reserved as gone. */
    RESERVED_COUNTS_AS_GONE,
    /** They count both as gone. */
    HELD_COUNTS_AS_GONE,
    /** They count what is on its way as there. */
    TRANSIT_COUNTS_AS_THERE,
    /** They count what is in quarantine or damaged as there. */
    APART_COUNTS_AS_THERE,
    /** Nothing that is known explains it: count the shelf. */
    UNKNOWN
  }

  public StockDrift {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(ours, "ours");
    Objects.requireNonNull(theirs, "theirs");
    Objects.requireNonNull(reserved, "reserved");
    Objects.requireNonNull(allocated, "allocated");
    Objects.requireNonNull(expected, "expected");
    explanations = List.copyOf(Objects.requireNonNull(explanations, "explanations"));
    Objects.requireNonNull(compensation, "compensation");
  }
}
