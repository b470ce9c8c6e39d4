package io.omnicommerce.core.checkout;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.fulfillment.Dues;
import io.omnicommerce.core.fulfillment.Flow;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.fulfillment.FulfillmentRules;
import io.omnicommerce.core.order.AllocationRules;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.core.order.OrderShares;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentLine;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes back a pickup for which nobody came in time: its goods, and if they were all of the order,
 * the order and its money.
 */
final class Unclaimed {

  private static final String COMMAND = "checkout.release_unclaimed";
  private static final String REASON = "unclaimed";

  private final Storage storage;
  private final Cancellation cancellation;
  private final Flow jobs;

  Unclaimed(Storage storage, Cancellation cancellation, Flow jobs) {
    this.storage = storage;
    this.cancellation = cancellation;
    this.jobs = jobs;
  }

  Order release(CallContext context, FulfillmentId id, IdempotencyKey key) {
    Order order = storage.inTransaction(context, session -> release(session, id, key));
    cancellation.settle(context, order);
    return order;
  }

  private Order release(Session session, FulfillmentId id, IdempotencyKey key) {
    Stored<Fulfillment> job = FulfillmentDocuments.require(session, id);
    Stored<Order> order = FulfillmentDocuments.order(session, job.value());
    Optional<String> done = Commands.resultOf(session, COMMAND, key, id.value());
    if (done.isPresent()) {
      // Read again: what was read before the command may be older than it.
      return OrderDocuments.find(session, order.value().id()).orElseThrow().value();
    }
    Dues.checkRelease(job.value(), session.now());
    Fulfillment released = FulfillmentRules.released(jobs, job.value());
    Decision.Builder decision =
        Decision.builder()
            .save(DocumentWrite.update(FulfillmentDocuments.TYPE, job, released))
            .event(
                FulfillmentDocuments.event(
                    released,
                    new FulfillmentEvent.PickupReleased(
                        id, released.order(), released.location())));
    Order after =
        isAll(order.value(), job.value())
            ? cancellation.whole(session, order, REASON, decision)
            : without(session, order, job.value(), decision);
    String number = Integer.toString(after.amendments().size());
    Results.commit(
        session, decision.save(Commands.done(session, COMMAND, key, id.value(), number)).build());
    return after;
  }

  /** Whether nothing has left of an order, and nothing of it is anywhere else. */
  private static boolean isAll(Order order, Fulfillment job) {
    return order.lines().stream()
        .allMatch(line -> line.shipped().isZero() && line.open().equals(openIn(job, line)));
  }

  private static Quantity openIn(Fulfillment job, OrderLine line) {
    return job.line(line.priced().id()).map(FulfillmentLine::open).orElse(Quantity.ZERO);
  }

  private Order without(
      Session session, Stored<Order> stored, Fulfillment job, Decision.Builder decision) {
    Order order = stored.value();
    Map<LineId, Quantity> back = new TreeMap<>();
    List<OrderLine> changed = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      Quantity open = openIn(job, line);
      if (!open.isZero()) {
        AllocationRules.Moved moved = AllocationRules.released(line, job.location(), open);
        moved.steps().forEach(decision::step);
        OrderLine after = moved.line();
        changed.add(after.withCancelled(after.cancelled().plus(open), after.allocations()));
        back.put(line.priced().id(), open);
      }
    }
    Order after =
        OrderRules.partlyCancelled(
            order, changed, OrderShares.of(order, back), REASON, session.context(), session.now());
    Amendment last = after.amendments().get(after.amendments().size() - 1);
    decision
        .save(DocumentWrite.update(OrderDocuments.TYPE, stored, after))
        .event(
            OrderDocuments.event(
                after, new OrderEvent.OrderAmended(after.id(), last.number(), last.difference())));
    cancellation.owe(session, decision, after);
    return after;
  }
}
