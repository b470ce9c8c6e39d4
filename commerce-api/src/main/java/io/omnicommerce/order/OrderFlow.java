package io.omnicommerce.order;

import io.omnicommerce.flow.StateMachine;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The life of an order as a table that a host may vary.
 *
 * <pre>
 * from       action   to
 * PLACED     CONFIRM  CONFIRMED
 * PLACED     HOLD     ON_HOLD
 * PLACED     CANCEL   CANCELLED
 * ON_HOLD    RELEASE  PLACED
 * ON_HOLD    CANCEL   CANCELLED
 * CONFIRMED  CANCEL   CANCELLED
 * CONFIRMED  CLOSE    CLOSED
 * CANCELLED           (ends)
 * CLOSED              (ends)
 * </pre>
 *
 * <p>A confirmed order can be cancelled until its first goods have left, and closed when nothing of
 * it is open.
 */
public final class OrderFlow {

  // spotless:off
  /** One row a permitted step; what has no row is refused. */
  public static final StateMachine<OrderStatus, OrderAction> STANDARD =
      new StateMachine.Table<OrderStatus, OrderAction>(OrderStatus.PLACED)
          .row(OrderStatus.PLACED,    OrderAction.CONFIRM, OrderStatus.CONFIRMED)
          .row(OrderStatus.PLACED,    OrderAction.HOLD,    OrderStatus.ON_HOLD)
          .row(OrderStatus.PLACED,    OrderAction.CANCEL,  OrderStatus.CANCELLED)
          .row(OrderStatus.ON_HOLD,   OrderAction.RELEASE, OrderStatus.PLACED)
          .row(OrderStatus.ON_HOLD,   OrderAction.CANCEL,  OrderStatus.CANCELLED)
          .row(OrderStatus.CONFIRMED, OrderAction.CANCEL,  OrderStatus.CANCELLED)   // until the first parcel leaves
          .row(OrderStatus.CONFIRMED, OrderAction.CLOSE,   OrderStatus.CLOSED)
          .terminal(OrderStatus.CANCELLED)
          .terminal(OrderStatus.CLOSED)
          .build();
  // spotless:on

  private static final Map<OrderAction, Set<OrderStatus>> LEADS_TO =
      Map.of(
          OrderAction.CONFIRM, Set.of(OrderStatus.CONFIRMED),
          OrderAction.HOLD, Set.of(OrderStatus.ON_HOLD),
          OrderAction.RELEASE, Set.of(OrderStatus.PLACED, OrderStatus.CONFIRMED),
          OrderAction.CANCEL, Set.of(OrderStatus.CANCELLED),
          OrderAction.CLOSE, Set.of(OrderStatus.CLOSED));

  private static final Set<OrderStatus> ENDS = Set.of(OrderStatus.CANCELLED, OrderStatus.CLOSED);

  private OrderFlow() {}

  /**
   * Refuses a table by which an order could not live: it begins as placed, where orders begin; it
   * can be confirmed, without which no goods leave; each action leads to the status that it is
   * named for (a release to placed or confirmed); and what is cancelled or closed has ended and
   * never comes back. That every status can be reached and has a way on, the table itself has seen
   * to.
   *
   * @throws IllegalArgumentException naming the row, or what is missing
   */
  public static StateMachine<OrderStatus, OrderAction> checked(
      StateMachine<OrderStatus, OrderAction> flow) {
    Objects.requireNonNull(flow, "flow");
    if (flow.initial() != OrderStatus.PLACED) {
      throw new IllegalArgumentException(
          "An order begins as PLACED; the table begins in " + flow.initial());
    }
    flow.rows().forEach(OrderFlow::check);
    if (!flow.states().contains(OrderStatus.CONFIRMED)) {
      throw new IllegalArgumentException("No row leads to CONFIRMED, so no goods could ever leave");
    }
    flow.terminal().stream()
        .filter(status -> !ENDS.contains(status))
        .findFirst()
        .ifPresent(
            status -> {
              throw new IllegalArgumentException("An order that is " + status + " has not ended");
            });
    return flow;
  }

  private static void check(StateMachine.Row<OrderStatus, OrderAction> row) {
    if (ENDS.contains(row.from()) || !leadsTo(row.on()).contains(row.to())) {
      throw new IllegalArgumentException(
          row.from() + " on " + row.on() + " may not lead to " + row.to());
    }
  }

  private static Set<OrderStatus> leadsTo(OrderAction action) {
    return Objects.requireNonNull(LEADS_TO.get(action));
  }
}
