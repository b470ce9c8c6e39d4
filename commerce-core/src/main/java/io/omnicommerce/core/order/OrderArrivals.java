package io.omnicommerce.core.order;

import io.omnicommerce.core.inventory.Arrival;
import io.omnicommerce.core.inventory.Arrivals;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;

/** Goods that orders were promised are allocated to them when they come. */
public final class OrderArrivals implements Arrivals {

  private static final String ARRIVED = "goods_arrived";

  @Override
  public boolean hear(Session session, Decision.Builder decision, Arrival arrival) {
    Optional<Stored<Order>> stored = OrderDocuments.awaiting(session, arrival.promise());
    stored.ifPresent(order -> arrived(session, decision, order, arrival));
    return stored.isPresent();
  }

  private static void arrived(
      Session session, Decision.Builder decision, Stored<Order> stored, Arrival arrival) {
    Order order = stored.value();
    OrderLine line =
        order.lines().stream()
            .flatMap(one -> arrived(one, arrival).stream())
            .findFirst()
            .orElseThrow(() -> StorageException.conflict("order " + order.id()));
    Order after =
        OrderRules.progressed(
            order, List.of(line), ARRIVED, arrival.group(), session.context(), session.now());
    decision
        .save(DocumentWrite.update(OrderDocuments.TYPE, stored, after))
        .event(OrderDocuments.event(after, new OrderEvent.OrderProgressed(after.id(), ARRIVED)));
  }

  private static Optional<OrderLine> arrived(OrderLine line, Arrival arrival) {
    List<Allocation> after = AllocationRules.arrived(line.allocations(), arrival);
    return after.equals(line.allocations())
        ? Optional.empty()
        : Optional.of(line.withAllocations(after));
  }
}
