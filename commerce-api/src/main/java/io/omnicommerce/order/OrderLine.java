package io.omnicommerce.order;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.pricing.PricedLine;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of an order.
 *
 * @param priced the line with its frozen price and taxes; its quantity is what was ordered
 * @param title what the SKU was called
 * @param reference the caller's name for the line
 * @param source where the goods come from
 * @param allocation the number of the line in the ledger's group that holds its stock
 * @param decimals the decimals of the SKU's unit of measure when it was ordered
 */
public record OrderLine(
    PricedLine priced,
    String title,
    Optional<String> reference,
    LocationId source,
    int allocation,
    int decimals,
    Quantity shipped,
    Quantity cancelled,
    Quantity returned) {

  public OrderLine {
    Objects.requireNonNull(priced, "priced");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(shipped, "shipped");
    Objects.requireNonNull(cancelled, "cancelled");
    Objects.requireNonNull(returned, "returned");
    priced.quantity().minus(shipped).minus(cancelled);
    shipped.minus(returned);
  }

  /** What was ordered; never changes. */
  public Quantity ordered() {
    return priced.quantity();
  }

  /** What is neither shipped nor cancelled. */
  public Quantity open() {
    return ordered().minus(shipped).minus(cancelled);
  }

  /** What was shipped and has not come back. */
  public Quantity returnable() {
    return shipped.minus(returned);
  }

  /** This line when so much of it has left in all. */
  public OrderLine withShipped(Quantity with) {
    return new OrderLine(
        priced, title, reference, source, allocation, decimals, with, cancelled, returned);
  }

  /** This line when so much of it was cancelled in all. */
  public OrderLine withCancelled(Quantity with) {
    return new OrderLine(
        priced, title, reference, source, allocation, decimals, shipped, with, returned);
  }

  /** This line when so much of it has come back in all. */
  public OrderLine withReturned(Quantity with) {
    return new OrderLine(
        priced, title, reference, source, allocation, decimals, shipped, cancelled, with);
  }
}
