package io.omnicommerce.fulfillment;

import io.omnicommerce.flow.StateMachine;
import java.util.Map;
import java.util.Objects;

/**
 * The life of a job as a table. A location that does not record picking and packing leaves them
 * out; a host that insists on them varies the table.
 *
 * <pre>
 * from       action      to
 * OPEN       PICK        PICKED
 * OPEN       PACK        PACKED
 * OPEN       SHIP        SHIPPED
 * OPEN       MAKE_READY  READY
 * OPEN       CANCEL      CANCELLED
 * PICKED     PACK        PACKED
 * PICKED     SHIP        SHIPPED
 * PICKED     MAKE_READY  READY
 * PICKED     CANCEL      CANCELLED
 * PACKED     SHIP        SHIPPED
 * PACKED     MAKE_READY  READY
 * PACKED     CANCEL      CANCELLED
 * READY      COLLECT     COLLECTED
 * READY      RELEASE     UNCLAIMED
 * READY      CANCEL      CANCELLED
 * SHIPPED                (ends)
 * CANCELLED              (ends)
 * COLLECTED              (ends)
 * UNCLAIMED              (ends)
 * </pre>
 */
public final class FulfillmentFlow {

  // spotless:off
  /** One row a permitted step; what has no row is refused. */
  public static final StateMachine<FulfillmentStep, FulfillmentAction> STANDARD =
      new StateMachine.Table<FulfillmentStep, FulfillmentAction>(FulfillmentStep.OPEN)
          .row(FulfillmentStep.OPEN, FulfillmentAction.PICK, FulfillmentStep.PICKED)
          .row(FulfillmentStep.OPEN, FulfillmentAction.PACK, FulfillmentStep.PACKED)
          .row(FulfillmentStep.OPEN, FulfillmentAction.SHIP, FulfillmentStep.SHIPPED)
          .row(FulfillmentStep.OPEN, FulfillmentAction.MAKE_READY, FulfillmentStep.READY)
          .row(FulfillmentStep.OPEN, FulfillmentAction.CANCEL, FulfillmentStep.CANCELLED)
          .row(FulfillmentStep.PICKED, FulfillmentAction.PACK, FulfillmentStep.PACKED)
          .row(FulfillmentStep.PICKED, FulfillmentAction.SHIP, FulfillmentStep.SHIPPED)
          .row(FulfillmentStep.PICKED, FulfillmentAction.MAKE_READY, FulfillmentStep.READY)
          .row(FulfillmentStep.PICKED, FulfillmentAction.CANCEL, FulfillmentStep.CANCELLED)
          .row(FulfillmentStep.PACKED, FulfillmentAction.SHIP, FulfillmentStep.SHIPPED)
          .row(FulfillmentStep.PACKED, FulfillmentAction.MAKE_READY, FulfillmentStep.READY)
          .row(FulfillmentStep.PACKED, FulfillmentAction.CANCEL, FulfillmentStep.CANCELLED)
          .row(FulfillmentStep.READY, FulfillmentAction.COLLECT, FulfillmentStep.COLLECTED)
          .row(FulfillmentStep.READY, FulfillmentAction.RELEASE, FulfillmentStep.UNCLAIMED)
          .row(FulfillmentStep.READY, FulfillmentAction.CANCEL, FulfillmentStep.CANCELLED)
          .terminal(FulfillmentStep.SHIPPED)
          .terminal(FulfillmentStep.COLLECTED)
          .terminal(FulfillmentStep.UNCLAIMED)
          .terminal(FulfillmentStep.CANCELLED)
          .build();

  // spotless:on

  private static final Map<FulfillmentAction, FulfillmentStep> LEADS_TO =
      Map.of(
          FulfillmentAction.PICK, FulfillmentStep.PICKED,
          FulfillmentAction.PACK, FulfillmentStep.PACKED,
          FulfillmentAction.SHIP, FulfillmentStep.SHIPPED,
          FulfillmentAction.MAKE_READY, FulfillmentStep.READY,
          FulfillmentAction.COLLECT, FulfillmentStep.COLLECTED,
          FulfillmentAction.RELEASE, FulfillmentStep.UNCLAIMED,
          FulfillmentAction.CANCEL, FulfillmentStep.CANCELLED);

  private FulfillmentFlow() {}

  /**
   * Refuses a table by which goods could leave twice or without their proof: each action leads
   * where it leads in {@link #STANDARD}, only what is ready is collected or released, and what has
   * begun can be cancelled as long as it has not ended.
   *
   * @throws IllegalArgumentException naming the row, or the one that is missing
   */
  public static StateMachine<FulfillmentStep, FulfillmentAction> checked(
      StateMachine<FulfillmentStep, FulfillmentAction> flow) {
    Objects.requireNonNull(flow, "flow");
    flow.rows().forEach(FulfillmentFlow::check);
    for (FulfillmentStep step : flow.states()) {
      if (flow.terminal().contains(step) != step.isEnded()) {
        throw new IllegalArgumentException(
            "A job that is " + step + (step.isEnded() ? " has ended" : " has not ended"));
      }
      if (!step.isEnded() && flow.next(step, FulfillmentAction.CANCEL).isEmpty()) {
        throw new IllegalArgumentException("A job that is " + step + " cannot be cancelled");
      }
    }
    return flow;
  }

  private static void check(StateMachine.Row<FulfillmentStep, FulfillmentAction> row) {
    FulfillmentStep to = LEADS_TO.getOrDefault(row.on(), row.to());
    boolean fromReady =
        row.on() == FulfillmentAction.COLLECT || row.on() == FulfillmentAction.RELEASE;
    if (row.to() != to || (fromReady && row.from() != FulfillmentStep.READY)) {
      throw new IllegalArgumentException(
          row.from() + " on " + row.on() + " may not lead to " + row.to());
    }
  }
}
