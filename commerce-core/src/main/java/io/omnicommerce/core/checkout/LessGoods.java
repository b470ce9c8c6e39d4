package io.omnicommerce.core.checkout;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.fulfillment.FulfillmentRules;
import io.omnicommerce.core.order.AllocationRules;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is given back of an order's goods, and what its jobs have less to do because of it. */
final class LessGoods {

  private final List<LedgerStep> steps = new ArrayList<>();
  private final Map<LocationId, Map<LineId, Quantity>> released = new HashMap<>();

  void add(OrderLine before, AllocationRules.Moved moved) {
    steps.addAll(moved.steps());
    for (int i = 0; i < before.allocations().size(); i++) {
      Quantity was = before.allocations().get(i).released();
      Quantity less = moved.line().allocations().get(i).released().minus(was);
      if (!less.isZero()) {
        released
            .computeIfAbsent(before.allocations().get(i).source(), any -> new TreeMap<>())
            .merge(before.priced().id(), less, Quantity::plus);
      }
    }
  }

  List<LedgerStep> steps() {
    return steps;
  }

  /** A job that has less to do because of it, if it has; what one job takes off no other does. */
  Optional<Fulfillment> reduced(Fulfillment job) {
    return reduced(job, job.promisedBy());
  }

  /** As the other, and promised for another time. */
  Optional<Fulfillment> reduced(Fulfillment job, Instant by) {
    Map<LineId, Quantity> less = released.getOrDefault(job.location(), new TreeMap<>());
    Optional<Fulfillment> reduced = FulfillmentRules.reduced(job, less, by);
    reduced.ifPresent(
        after -> {
          for (int i = 0; i < job.lines().size(); i++) {
            Quantity taken = job.lines().get(i).quantity().minus(after.lines().get(i).quantity());
            less.computeIfPresent(job.lines().get(i).line(), (line, all) -> all.minus(taken));
          }
        });
    return reduced;
  }
}
