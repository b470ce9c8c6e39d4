package io.omnicommerce.core.order;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.returns.ReturnLine;
import java.time.Instant;
import java.util.List;

/** Orders that stand nowhere but in a test, for rules that see nothing else. */
public final class OrderDraft {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private OrderDraft() {}

  /** An order of which everything has left. */
  public static Order shipped(List<Line> lines, Money reduction) {
    Wanted wanted = Wanted.shipped("o1", lines.toArray(Line[]::new)).lessByHand(reduction);
    Order order = OrderRules.place(PlacedOrders.newOrder(wanted, "draft", NOW));
    return OrderRules.progressed(
        order,
        order.lines().stream().map(OrderDraft::left).toList(),
        "shipped",
        "",
        PlacedOrders.context(io.omnicommerce.common.Actor.system("test")),
        NOW);
  }

  private static OrderLine left(OrderLine line) {
    LocationId source = line.allocations().get(0).source();
    return AllocationRules.shipped(line, source, line.ordered()).line();
  }

  /** The order after something of it came back. */
  public static Order returned(Order order, ReturnLine line) {
    OrderLine ordered = order.line(line.line()).orElseThrow();
    return OrderRules.progressed(
        order,
        List.of(ordered.withReturned(ordered.returned().plus(line.quantity()))),
        "returned",
        "",
        PlacedOrders.context(io.omnicommerce.common.Actor.system("test")),
        NOW);
  }
}
