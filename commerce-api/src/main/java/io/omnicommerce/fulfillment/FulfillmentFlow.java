package io.omnicommerce.fulfillment;

import io.omnicommerce.flow.StateMachine;

/**
 * The life of a job as a table.
 *
 * <pre>
 * from       action      to
 * OPEN       SHIP        SHIPPED
 * OPEN       MAKE_READY  READY
 * OPEN       CANCEL      CANCELLED
 * READY      COLLECT     COLLECTED
 * READY      CANCEL      CANCELLED
 * SHIPPED                (ends)
 * CANCELLED              (ends)
 * COLLECTED              (ends)
 * </pre>
 */
public final class FulfillmentFlow {

  // spotless:off
  /** One row a permitted step; what has no row is refused. */
  public static final StateMachine<FulfillmentStep, FulfillmentAction> STANDARD =
      new StateMachine.Table<FulfillmentStep, FulfillmentAction>(FulfillmentStep.OPEN)
          .row(FulfillmentStep.OPEN,  FulfillmentAction.SHIP,       FulfillmentStep.SHIPPED)
          .row(FulfillmentStep.OPEN,  FulfillmentAction.MAKE_READY, FulfillmentStep.READY)
          .row(FulfillmentStep.OPEN,  FulfillmentAction.CANCEL,     FulfillmentStep.CANCELLED)
          .row(FulfillmentStep.READY, FulfillmentAction.COLLECT,    FulfillmentStep.COLLECTED)
          .row(FulfillmentStep.READY, FulfillmentAction.CANCEL,     FulfillmentStep.CANCELLED)
          .terminal(FulfillmentStep.SHIPPED)
          .terminal(FulfillmentStep.COLLECTED)
          .terminal(FulfillmentStep.CANCELLED)
          .build();
  // spotless:on

  private FulfillmentFlow() {}
}
