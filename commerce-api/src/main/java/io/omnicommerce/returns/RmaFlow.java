package io.omnicommerce.returns;

import io.omnicommerce.flow.StateMachine;

/**
 * The life of a return as a table.
 *
 * <pre>
 * from       action   to
 * OPEN       RECEIVE  RECEIVED
 * OPEN       CANCEL   CANCELLED
 * RECEIVED   REFUND   REFUNDED
 * CANCELLED           (ends)
 * REFUNDED            (ends)
 * </pre>
 */
public final class RmaFlow {

  // spotless:off
  /** One row a permitted step; what has no row is refused. */
  public static final StateMachine<RmaStatus, RmaAction> STANDARD =
      new StateMachine.Table<RmaStatus, RmaAction>(RmaStatus.OPEN)
          .row(RmaStatus.OPEN,     RmaAction.RECEIVE, RmaStatus.RECEIVED)
          .row(RmaStatus.OPEN,     RmaAction.CANCEL,  RmaStatus.CANCELLED)
          .row(RmaStatus.RECEIVED, RmaAction.REFUND,  RmaStatus.REFUNDED)
          .terminal(RmaStatus.REFUNDED)
          .terminal(RmaStatus.CANCELLED)
          .build();
  // spotless:on

  private RmaFlow() {}
}
