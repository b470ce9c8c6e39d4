package io.omnicommerce.order;

import io.omnicommerce.flow.StateMachine;

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

  private OrderFlow() {}
}
