package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.order.AllocationRules;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What becomes of the lines of an order, its stock and its jobs, when some is not wanted. */
final class PartCancellation {

  private final List<OrderLine> lines = new ArrayList<>();
  private final LessGoods less = new LessGoods();

  private PartCancellation() {}

  /**
   * @throws RefusedException {@code checkout.not_cancellable} if more is to be cancelled of a line
   *     than is open
   */
  static PartCancellation of(Order order, Map<LineId, Quantity> quantities) {
    check(quantities);
    PartCancellation part = new PartCancellation();
    new TreeMap<>(quantities)
        .forEach((id, quantity) -> part.cancel(open(order, id, quantity), quantity));
    return part;
  }

  private static void check(Map<LineId, Quantity> quantities) {
    if (quantities.isEmpty()) {
      throw new InvalidInputException(
          InvalidInputException.EMPTY, "quantities", "none", "must name at least one line");
    }
    for (Quantity quantity : quantities.values()) {
      if (quantity.isZero()) {
        throw new InvalidInputException(Quantity.INVALID, "quantity", "0", "must be above 0");
      }
    }
  }

  private static OrderLine open(Order order, LineId id, Quantity quantity) {
    OrderLine line = order.line(id).orElseThrow(() -> exceeded(id, Quantity.ZERO, quantity));
    quantity.toUnits(line.decimals());
    if (quantity.compareTo(line.open()) > 0) {
      throw exceeded(id, line.open(), quantity);
    }
    return line;
  }

  private static RefusedException exceeded(LineId line, Quantity open, Quantity asked) {
    return new RefusedException(
        CheckoutService.NOT_CANCELLABLE,
        "Of the line " + line + ", " + open + " are open; asked: " + asked + ".",
        Facts.of("line", line, "open", open));
  }

  private void cancel(OrderLine before, Quantity quantity) {
    AllocationRules.Moved moved = AllocationRules.cancelled(before, quantity);
    lines.add(moved.line());
    less.add(before, moved);
  }

  /** The lines that have changed. */
  List<OrderLine> lines() {
    return lines;
  }

  List<LedgerStep> steps() {
    return less.steps();
  }

  /** A job that has less to do because of it, if it has. */
  Optional<Fulfillment> reduced(Fulfillment job) {
    return less.reduced(job);
  }
}
