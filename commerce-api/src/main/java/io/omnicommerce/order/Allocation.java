package io.omnicommerce.order;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.ledger.BatchId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Goods of one location that are meant for one line of an order. What has no stock, such as a
 * service, has an allocation without parts.
 *
 * @param source where the goods come from
 * @param group the ledger's group that holds them
 * @param parts what of which SKU; empty for what has no stock
 * @param bounds what is held with it and is no goods: a channel's allotment
 * @param awaits what the goods are promised of while they are not there: what is expected, or
 *     backordered; empty once they are on the shelf
 * @param transit the transfer by which its goods are on their way to the source; empty if they lie
 *     there
 * @param quantity how much of the order's line
 * @param shipped how much of that has left
 * @param released how much of that was given back: cancelled, or taken from somewhere else
 */
public record Allocation(
    LocationId source,
    String group,
    List<AllocatedPart> parts,
    List<AllocatedPart> bounds,
    Optional<Supply> awaits,
    Optional<TransferId> transit,
    Quantity quantity,
    Quantity shipped,
    Quantity released) {

  public Allocation {
    Objects.requireNonNull(source, "source");
    Text.text(group, "group", BatchId.LENGTH_MAX);
    parts = List.copyOf(Objects.requireNonNull(parts, "parts"));
    bounds = List.copyOf(Objects.requireNonNull(bounds, "bounds"));
    Objects.requireNonNull(awaits, "awaits");
    Objects.requireNonNull(transit, "transit");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(shipped, "shipped");
    Objects.requireNonNull(released, "released");
    quantity.minus(shipped).minus(released);
  }

  /** An allocation of which nothing has left yet. */
  public static Allocation of(
      LocationId source, String group, List<AllocatedPart> parts, Quantity quantity) {
    return new Allocation(
        source,
        group,
        parts,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        quantity,
        Quantity.ZERO,
        Quantity.ZERO);
  }

  /** This allocation with what else is held with it. */
  public Allocation withBounds(List<AllocatedPart> with) {
    return new Allocation(source, group, parts, with, awaits, transit, quantity, shipped, released);
  }

  /** This allocation of goods that are on their way to the source. */
  public Allocation comingBy(TransferId transfer) {
    Objects.requireNonNull(transfer, "transfer");
    return new Allocation(
        source, group, parts, bounds, awaits, Optional.of(transfer), quantity, shipped, released);
  }

  /** This allocation of goods that are promised and not there yet. */
  public Allocation awaiting(Supply supply) {
    Objects.requireNonNull(supply, "supply");
    Optional<Supply> waits = Optional.of(supply).filter(one -> !one.equals(Supply.ON_HAND));
    return new Allocation(
        source, group, parts, bounds, waits, transit, quantity, shipped, released);
  }

  /** Whether its goods are on the shelf and can leave. */
  public boolean isThere() {
    return awaits.isEmpty() && transit.isEmpty();
  }

  /** What neither has left nor was given back. */
  public Quantity open() {
    return quantity.minus(shipped).minus(released);
  }

  /** What has left or is to leave. */
  public Quantity kept() {
    return quantity.minus(released);
  }

  /** This allocation when so much more of it has left. */
  public Allocation plusShipped(Quantity more) {
    Objects.requireNonNull(more, "more");
    return new Allocation(
        source, group, parts, bounds, awaits, transit, quantity, shipped.plus(more), released);
  }

  /** This allocation when so much more of it was given back. */
  public Allocation plusReleased(Quantity more) {
    Objects.requireNonNull(more, "more");
    return new Allocation(
        source, group, parts, bounds, awaits, transit, quantity, shipped, released.plus(more));
  }
}
