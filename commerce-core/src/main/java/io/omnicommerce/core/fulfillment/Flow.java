package io.omnicommerce.core.fulfillment;

import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentFlow;
import io.omnicommerce.fulfillment.FulfillmentStep;

/** The life of jobs as the host has it: a table by which goods cannot leave twice. */
public record Flow(StateMachine<FulfillmentStep, FulfillmentAction> table) {

  public static final Flow STANDARD = new Flow(FulfillmentFlow.STANDARD);

  public Flow {
    FulfillmentFlow.checked(table);
  }
}
