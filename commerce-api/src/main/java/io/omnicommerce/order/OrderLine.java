package io.omnicommerce.order;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.pricing.PricedLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A line of an order. What has left of it is the sum of what has left of its allocations; these
 * never have more to come than the line has.
 *
 * @param priced the line with its frozen price and taxes; its quantity is what was ordered
 * @param title what the SKU was called
 * @param reference the caller's name for the line
 * @param allocations where its goods come from, in the order in which they leave; what is open and
 *     has no allocation has no goods yet
 * @param decimals the decimals of the SKU's unit of measure when it was ordered
 */
public record OrderLine(
    PricedLine priced,
    String title,
    Optional<String> reference,
    List<Allocation> allocations,
    int decimals,
    Quantity cancelled,
    Quantity returned) {

  public OrderLine {
    Objects.requireNonNull(priced, "priced");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(reference, "reference");
    allocations = List.copyOf(Objects.requireNonNull(allocations, "allocations"));
    Objects.requireNonNull(cancelled, "cancelled");
    Objects.requireNonNull(returned, "returned");
    priced.quantity().minus(cancelled).minus(sum(allocations, Allocation::kept));
    sum(allocations, Allocation::shipped).minus(returned);
  }

  private static Quantity sum(List<Allocation> allocations, Function<Allocation, Quantity> part) {
    Quantity sum = Quantity.ZERO;
    for (Allocation allocation : allocations) {
      Quantity more = part.apply(allocation);
      sum = sum.isZero() ? more : sum.plus(more);
    }
    return sum;
  }

  /** What was ordered; changes only by an amendment. */
  public Quantity ordered() {
    return priced.quantity();
  }

  /** What has left. */
  public Quantity shipped() {
    return sum(allocations, Allocation::shipped);
  }

  /** What is neither shipped nor cancelled. */
  public Quantity open() {
    return ordered().minus(shipped()).minus(cancelled);
  }

  /** What is open and has no goods meant for it. */
  public Quantity unallocated() {
    return ordered().minus(cancelled).minus(sum(allocations, Allocation::kept));
  }

  /** What is to leave from one location, with what is on its way there. */
  public Quantity openAt(LocationId source) {
    Objects.requireNonNull(source, "source");
    return sum(
        allocations.stream().filter(from -> from.source().equals(source)).toList(),
        Allocation::open);
  }

  /** What can leave from one location now: its goods are there. */
  public Quantity thereAt(LocationId source) {
    Objects.requireNonNull(source, "source");
    return sum(
        allocations.stream()
            .filter(Allocation::isThere)
            .filter(from -> from.source().equals(source))
            .toList(),
        Allocation::open);
  }

  /** What is promised and not there yet: goods that are expected, or backordered. */
  public Quantity awaited() {
    return sum(
        allocations.stream().filter(from -> from.awaits().isPresent()).toList(), Allocation::open);
  }

  /** What was shipped and has not come back. */
  public Quantity returnable() {
    return shipped().minus(returned);
  }

  /** This line with other allocations. */
  public OrderLine withAllocations(List<Allocation> with) {
    return new OrderLine(priced, title, reference, with, decimals, cancelled, returned);
  }

  /** This line when so much of it was cancelled in all, and its allocations have become these. */
  public OrderLine withCancelled(Quantity with, List<Allocation> remaining) {
    Objects.requireNonNull(remaining, "remaining");
    return new OrderLine(priced, title, reference, remaining, decimals, with, returned);
  }

  /** This line when so much of it has come back in all. */
  public OrderLine withReturned(Quantity with) {
    return new OrderLine(priced, title, reference, allocations, decimals, cancelled, with);
  }
}
