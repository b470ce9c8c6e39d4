package io.omnicommerce.core.fulfillment;

import static io.omnicommerce.core.Crowd.atOnce;
import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.PlacedOrders;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.PickupTerms;
import io.omnicommerce.order.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FulfillmentRulesTest {

  private final PlacedOrders shop = new PlacedOrders();
  private final Order order =
      shop.confirmed(Wanted.pickup("o1", Line.of("1", MUG, "3", LON, "14.97")));

  @org.junit.jupiter.api.RepeatedTest(15)
  void L53_every_step_and_every_action_does_what_the_table_says_and_nothing_else() {
    assertThat(possible(DeliveryMethod.Kind.SHIP))
        .containsExactlyInAnyOrder(
            "OPEN PICK PICKED",
            "OPEN PACK PACKED",
            "OPEN SHIP SHIPPED",
            "OPEN CANCEL CANCELLED",
            "PICKED PACK PACKED",
            "PICKED SHIP SHIPPED",
            "PICKED CANCEL CANCELLED",
            "PACKED SHIP SHIPPED",
            "PACKED CANCEL CANCELLED",
            "READY CANCEL CANCELLED");
    assertThat(possible(DeliveryMethod.Kind.PICKUP))
        .containsExactlyInAnyOrder(
            "OPEN PICK PICKED",
            "OPEN PACK PACKED",
            "OPEN MAKE_READY READY",
            "OPEN CANCEL CANCELLED",
            "PICKED PACK PACKED",
            "PICKED MAKE_READY READY",
            "PICKED CANCEL CANCELLED",
            "PACKED MAKE_READY READY",
            "PACKED CANCEL CANCELLED",
            "READY COLLECT COLLECTED",
            "READY RELEASE UNCLAIMED",
            "READY CANCEL CANCELLED");
  }

  private List<String> possible(DeliveryMethod.Kind kind) {
    List<String> possible = new ArrayList<>();
    for (FulfillmentStep from : FulfillmentStep.values()) {
      for (FulfillmentAction action : FulfillmentAction.values()) {
        tried(job(from, kind), action)
            .ifPresent(to -> possible.add(from + " " + action + " " + to));
      }
    }
    return possible;
  }

  private static Optional<FulfillmentStep> tried(Fulfillment job, FulfillmentAction action) {
    try {
      return Optional.of(FulfillmentRules.fire(Flow.STANDARD, job, action));
    } catch (RefusedException refused) {
      assertThat(refused.code()).hasToString("fulfillment.illegal_transition");
      assertThat(refused.facts().get("from")).contains(job.step().name());
      return Optional.empty();
    }
  }

  private Fulfillment job(FulfillmentStep step, DeliveryMethod.Kind kind) {
    Fulfillment open = FulfillmentRules.request(order, kind, shop.clock.instant()).get(0);
    return JobChange.of(open).step(step).changed();
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void a_job_that_is_not_needed_any_more_forgets_its_code() {
    Fulfillment ready =
        FulfillmentRules.ready(
            Flow.STANDARD,
            job(FulfillmentStep.OPEN, DeliveryMethod.Kind.PICKUP),
            order,
            "hash",
            PickupTerms.NONE,
            shop.clock.instant());

    Fulfillment cancelled = FulfillmentRules.cancelled(Flow.STANDARD, ready);

    assertThat(cancelled.step()).isEqualTo(FulfillmentStep.CANCELLED);
    assertThat(cancelled.codeHash()).isEmpty();
    assertThat(cancelled.version()).isEqualTo(ready.version().next());
    assertThatThrownBy(() -> FulfillmentRules.cancelled(Flow.STANDARD, cancelled))
        .isInstanceOf(RefusedException.class);
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void of_many_who_collect_at_once_with_the_right_code_one_gets_the_goods() throws Exception {
    var fulfillment = new CoreFulfillmentService(shop.storage, Shop.secretsFrom(7));
    FulfillmentId id = FulfillmentId.of("o1-1");
    String code = fulfillment.makeReady(shop.london, id).code();
    List<Callable<String>> calls = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      String collector = "Collector " + n;
      calls.add(
          () -> {
            try {
              fulfillment.collect(shop.london, id, code, collector);
              return "collected";
            } catch (CommerceException refused) {
              return refused.code().toString();
            }
          });
    }

    List<String> answers = atOnce(calls);

    assertThat(Collections.frequency(answers, "collected")).as("of %s", answers).isEqualTo(1);
    assertThat(Collections.frequency(answers, "fulfillment.already_collected"))
        .as("of %s", answers)
        .isEqualTo(7);
    assertThat(shop.level(LON, MUG).onHand().toString()).isEqualTo("9997");
    assertThat(shop.memory.maintenance().audit(List.of(OrderDocuments.TYPE))).isEmpty();
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void a_parcel_that_is_booked_out_many_times_at_once_leaves_once_and_all_are_told()
      throws Exception {
    shop.confirmed(Wanted.shipped("o2", Line.of("1", MUG, "3", LON, "14.97")));
    var fulfillment = new CoreFulfillmentService(shop.storage, Shop.secretsFrom(0));
    List<Callable<String>> calls =
        Collections.nCopies(
            8,
            () ->
                fulfillment
                    .shipAll(
                        shop.office,
                        FulfillmentId.of("o2-1"),
                        Optional.empty(),
                        IdempotencyKey.of("parcel-1"))
                    .step()
                    .name());

    assertThat(atOnce(calls)).hasSize(8).containsOnly("SHIPPED");
    assertThat(shop.level(LON, MUG).onHand().toString()).isEqualTo("9997");
  }
}
