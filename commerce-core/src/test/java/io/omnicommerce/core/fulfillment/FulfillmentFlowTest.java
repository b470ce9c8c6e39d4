package io.omnicommerce.core.fulfillment;

import static io.omnicommerce.fulfillment.FulfillmentAction.CANCEL;
import static io.omnicommerce.fulfillment.FulfillmentAction.COLLECT;
import static io.omnicommerce.fulfillment.FulfillmentAction.MAKE_READY;
import static io.omnicommerce.fulfillment.FulfillmentAction.PACK;
import static io.omnicommerce.fulfillment.FulfillmentAction.PICK;
import static io.omnicommerce.fulfillment.FulfillmentAction.RELEASE;
import static io.omnicommerce.fulfillment.FulfillmentAction.SHIP;
import static io.omnicommerce.fulfillment.FulfillmentStep.CANCELLED;
import static io.omnicommerce.fulfillment.FulfillmentStep.COLLECTED;
import static io.omnicommerce.fulfillment.FulfillmentStep.OPEN;
import static io.omnicommerce.fulfillment.FulfillmentStep.PACKED;
import static io.omnicommerce.fulfillment.FulfillmentStep.PICKED;
import static io.omnicommerce.fulfillment.FulfillmentStep.READY;
import static io.omnicommerce.fulfillment.FulfillmentStep.SHIPPED;
import static io.omnicommerce.fulfillment.FulfillmentStep.UNCLAIMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentFlow;
import io.omnicommerce.fulfillment.FulfillmentStep;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FulfillmentFlowTest {

  @Test
  void a_host_may_insist_on_picking_and_packing() {
    StateMachine<FulfillmentStep, FulfillmentAction> strict =
        new StateMachine.Table<FulfillmentStep, FulfillmentAction>(OPEN)
            .row(OPEN, PICK, PICKED)
            .row(OPEN, CANCEL, CANCELLED)
            .row(PICKED, PACK, PACKED)
            .row(PICKED, CANCEL, CANCELLED)
            .row(PACKED, SHIP, SHIPPED)
            .row(PACKED, MAKE_READY, READY)
            .row(PACKED, CANCEL, CANCELLED)
            .row(READY, COLLECT, COLLECTED)
            .row(READY, RELEASE, UNCLAIMED)
            .row(READY, CANCEL, CANCELLED)
            .terminal(SHIPPED)
            .terminal(COLLECTED)
            .terminal(UNCLAIMED)
            .terminal(CANCELLED)
            .build();

    assertThat(FulfillmentFlow.checked(strict).next(OPEN, SHIP)).isEmpty();
  }

  @Test
  void a_table_by_which_goods_could_leave_twice_or_without_proof_is_refused() {
    refused("OPEN on COLLECT may not lead to COLLECTED", standard().row(OPEN, COLLECT, COLLECTED));
    refused("PACKED on PICK may not", standard().row(PACKED, PICK, READY));
    refused("PICKED on RELEASE may not lead", standard().row(PICKED, RELEASE, UNCLAIMED));
    refused("READY on PACK may not lead to SHIPPED", standard().row(READY, PACK, SHIPPED));
  }

  @Test
  void a_job_that_could_not_be_cancelled_is_refused() {
    StateMachine.Table<FulfillmentStep, FulfillmentAction> stuck =
        new StateMachine.Table<FulfillmentStep, FulfillmentAction>(OPEN)
            .row(OPEN, SHIP, SHIPPED)
            .terminal(SHIPPED);

    refused("A job that is OPEN cannot be cancelled", stuck);
  }

  @Test
  void what_ends_in_the_house_is_refused() {
    StateMachine.Table<FulfillmentStep, FulfillmentAction> ends =
        new StateMachine.Table<FulfillmentStep, FulfillmentAction>(OPEN)
            .row(OPEN, PACK, PACKED)
            .row(OPEN, CANCEL, CANCELLED)
            .terminal(PACKED)
            .terminal(CANCELLED);

    refused("A job that is PACKED has not ended", ends);
  }

  private static StateMachine.Table<FulfillmentStep, FulfillmentAction> standard() {
    return FulfillmentFlow.STANDARD.toBuilder();
  }

  private static void refused(
      String why, StateMachine.Table<FulfillmentStep, FulfillmentAction> table) {
    StateMachine<FulfillmentStep, FulfillmentAction> flow = table.build();

    assertThatThrownBy(() -> FulfillmentFlow.checked(flow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
