package io.omnicommerce.order;

import java.util.List;

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
    boolean shipped = lines.stream().anyMatch(line -> !line.shipped().isZero());
    boolean open = lines.stream().anyMatch(line -> !line.open().isZero());
    boolean returned = lines.stream().anyMatch(line -> !line.returned().isZero());
    boolean kept = lines.stream().anyMatch(line -> !line.returnable().isZero());
    if (!shipped) {
      return open ? OPEN : CANCELLED;
    }
    if (open) {
      return PARTIAL;
    }
    if (returned) {
      return kept ? PARTIALLY_RETURNED : RETURNED;
    }
    return FULFILLED;
  }
}
