package io.omnicommerce.examples.quickstart;

import io.omnicommerce.order.OrderId;
import io.omnicommerce.pricing.LineId;

/** A line that was bought and of which some may come back. */
final class Origin {

  private final OrderId order;
  private final LineId line;
  private long left;

  Origin(OrderId order, LineId line, long left) {
    this.order = order;
    this.line = line;
    this.left = left;
  }

  OrderId order() {
    return order;
  }

  LineId line() {
    return line;
  }

  long left() {
    return left;
  }

  /** Takes as much as there is, at most so much. */
  long take(long wanted) {
    long taken = Math.min(wanted, left);
    left -= taken;
    return taken;
  }

  void giveBack(long quantity) {
    left += quantity;
  }
}
