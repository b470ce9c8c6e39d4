package io.omnicommerce.order;

import io.omnicommerce.common.Quantity;
import java.util.List;
import java.util.Objects;

/** How far an order is fulfilled; derived from its lines. */
public enum FulfillmentStatus {
  /** Nothing has left. */
  OPEN,
  /** Some has left, some is still to come. */
  PARTIAL,
  /** All that was not cancelled has left. */
  FULFILLED,
  /** Some of what has left came back. */
  PARTIALLY_RETURNED,
  /** All that has left came back. */
  RETURNED,
  /** Everything was cancelled. */
  CANCELLED;

  static FulfillmentStatus of(List<OrderLine> lines) {
    return of(
        lines.stream().anyMatch(line -> !line.cancelled().isZero()),
        lines.stream().anyMatch(line -> !line.open().isZero()),
        lines.stream().anyMatch(line -> !line.shipped().isZero()),
        lines.stream().anyMatch(line -> !line.returned().isZero()),
        lines.stream().anyMatch(line -> !line.returnable().isZero()));
  }

  /**
   * From the quantities of one line, or of lines that are counted alike. Where there is nothing to
   * leave, everything has.
   *
   * @throws io.omnicommerce.common.InvalidInputException if more has left than was ordered, or more
   *     came back than has left
   */
  public static FulfillmentStatus of(
      Quantity ordered, Quantity shipped, Quantity cancelled, Quantity returned) {
    Objects.requireNonNull(ordered, "ordered");
    Objects.requireNonNull(shipped, "shipped");
    Objects.requireNonNull(cancelled, "cancelled");
    Objects.requireNonNull(returned, "returned");
    Quantity open = ordered.minus(shipped).minus(cancelled);
    Quantity kept = shipped.minus(returned);
    return of(
        !cancelled.isZero(), !open.isZero(), !shipped.isZero(), !returned.isZero(), !kept.isZero());
  }

  private static FulfillmentStatus of(
      boolean cancelled, boolean open, boolean shipped, boolean returned, boolean kept) {
    if (!shipped) {
      return open ? OPEN : cancelled ? CANCELLED : FULFILLED;
    }
    if (open) {
      return PARTIAL;
    }
    if (returned) {
      return kept ? PARTIALLY_RETURNED : RETURNED;
    }
    return FULFILLED;
  }

  /** Whether everything that is to leave has left. */
  public boolean isDone() {
    return this == FULFILLED || this == PARTIALLY_RETURNED || this == RETURNED;
  }
}
