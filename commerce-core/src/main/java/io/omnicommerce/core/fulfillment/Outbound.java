package io.omnicommerce.core.fulfillment;

import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.Order;
import java.util.List;

/**
 * What becomes of a job and its order when goods leave, and what that books out of the stock that
 * was allocated.
 */
record Outbound(Fulfillment job, Order order, List<LedgerStep> steps) {

  Outbound {
    steps = List.copyOf(steps);
  }
}
