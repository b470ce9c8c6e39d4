package io.omnicommerce.core.order;

import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Permission;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.fulfillment.FulfillmentTimeline;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.core.pricing.PastOrders;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.core.returns.ReturnTimeline;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFile;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderNote;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderTask;
import io.omnicommerce.order.TimelineEntry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderFileServiceTest {

  private static final OrderId O1 = OrderId.of("o1");
  private static final PageRequest PAGE = PageRequest.first(10);

  private final PlacedOrders shop = new PlacedOrders();
  private final OrderService orders =
      new CoreOrderService(
          shop.storage,
          OrderFlow.STANDARD,
          new Pricing(new RuleBooks(HostRules.NONE), PastOrders.NONE),
          List.of(FulfillmentTimeline::of, ReturnTimeline::of));
  private final CallContext desk = with(OrderService.SERVICE);

  private CallContext with(Permission more) {
    Set<Permission> all = new HashSet<>(shop.office.actor().permissions());
    all.add(more);
    return shop.office.withActor(shop.office.actor().withPermissions(all));
  }

  @Test
  void notes_stand_beside_an_order_and_do_not_change_it() {
    Order order = place();

    orders.note(desk, O1, "The customer rings at noon");
    orders.note(desk, O1, "The customer did not ring");

    assertThat(orders.file(desk, O1).notes()).extracting(OrderNote::number).containsExactly(1, 2);
    assertThat(orders.get(desk, O1)).isEqualTo(order);
  }

  @Test
  void a_task_is_open_until_it_is_done_and_found_by_whose_it_is() {
    place();
    orders.addTask(desk, O1, "Call back", Optional.empty());
    orders.addTask(desk, O1, "Check the address", Optional.of("eric"));

    assertThat(orders.withTasksOf(desk, "eric", PAGE).items())
        .extracting(OrderFile::order)
        .containsExactly(O1);
    orders.assignTask(desk, O1, 1, Optional.of("nora"));
    OrderTask done = orders.completeTask(desk, O1, 2);

    assertThat(done.done().orElseThrow().by()).isEqualTo("staff:olga");
    assertThat(orders.withTasksOf(desk, "eric", PAGE).items()).isEmpty();
    assertThat(orders.withTasksOf(desk, "nora", PAGE).items()).hasSize(1);
    assertThat(refused(() -> orders.completeTask(desk, O1, 2))).isEqualTo("order.task_not_found");
    assertThat(refused(() -> orders.completeTask(desk, O1, 3))).isEqualTo("order.task_not_found");
    assertThat(refused(() -> orders.assignTask(desk, O1, 0, Optional.empty())))
        .isEqualTo("order.task_not_found");
  }

  @Test
  void the_timeline_tells_everything_by_time() {
    place();
    later();
    orders.confirm(desk, O1);
    later();
    orders.note(desk, O1, "Packed with care");
    later();
    var fulfillment = new CoreFulfillmentService(shop.storage, Shop.secretsFrom(0));
    FulfillmentId job = FulfillmentId.of("o1-1");
    fulfillment.shipAll(desk, job, Optional.of("TRACK-1"), IdempotencyKey.of("ship"));
    later();
    fulfillment.deliveryFailed(desk, job, 1, "nobody at home", IdempotencyKey.of("failed"));
    later();
    fulfillment.delivered(desk, job, 1);

    List<TimelineEntry> timeline = orders.timeline(desk, O1);

    assertThat(timeline)
        .extracting(entry -> entry.subject().kind() + " " + entry.what())
        .containsExactly(
            "order placed",
            "fulfillment requested",
            "order confirmed",
            "order_file noted",
            "order shipped",
            "fulfillment shipped",
            "fulfillment delivery_failed",
            "fulfillment delivered");
    assertThat(timeline.get(5).detail()).isEqualTo("TRACK-1");
    assertThat(timeline.get(6).detail()).isEqualTo("nobody at home");
    assertThat(timeline.subList(5, 8)).allMatch(entry -> entry.by().equals(desk.actor().label()));
  }

  @Test
  void the_timeline_tells_who_picked_and_who_may_fetch_it() {
    shop.place(Wanted.pickup("o1", Line.of("1", MUG, "1", LON, "4.99")));
    orders.confirm(desk, O1);
    var fulfillment = new CoreFulfillmentService(shop.storage, Shop.secretsFrom(0));
    FulfillmentId job = FulfillmentId.of("o1-1");
    later();
    fulfillment.pick(desk, job);
    later();
    fulfillment.pack(desk, job);
    later();
    PickupCode ready = fulfillment.makeReady(desk, job);
    later();
    fulfillment.nameDeputy(shop.ada, job, "Bob");
    later();
    fulfillment.collectAsDeputy(desk.withLocation(LON), job, ready.code(), "Bob");

    assertThat(orders.timeline(desk, O1))
        .filteredOn(entry -> entry.subject().kind().equals("fulfillment"))
        .extracting(entry -> entry.what() + " by " + entry.by() + ": " + entry.detail())
        .containsExactly(
            "requested by : LON",
            "picked by " + desk.actor().label() + ": ",
            "packed by " + desk.actor().label() + ": ",
            "pickup_ready by " + desk.actor().label() + ": LON",
            "deputy by " + shop.ada.actor().label() + ": Bob",
            "pickup_collected by " + desk.actor().label() + ": Bob, as deputy");
  }

  @Test
  void notes_and_tasks_are_limited() {
    place();
    for (int i = 0; i < OrderService.TASKS_MAX; i++) {
      orders.addTask(desk, O1, "Task " + i, Optional.empty());
    }

    assertThat(refused(() -> orders.addTask(desk, O1, "One more", Optional.empty())))
        .isEqualTo("order.limit_exceeded");
    assertThat(refused(() -> orders.note(desk, O1, "x".repeat(4001)))).isEqualTo("input.too_long");
    assertThat(orders.file(desk, O1).notes()).isEmpty();
  }

  @Test
  void they_are_for_those_who_look_after_orders() {
    place();

    for (CallContext caller : List.of(shop.ada, shop.office)) {
      assertThat(refused(() -> orders.note(caller, O1, "x"))).isEqualTo("permission.denied");
      assertThat(refused(() -> orders.file(caller, O1))).isEqualTo("permission.denied");
      assertThat(refused(() -> orders.addTask(caller, O1, "x", Optional.empty())))
          .isEqualTo("permission.denied");
      assertThat(refused(() -> orders.withTasksOf(caller, "eric", PAGE)))
          .isEqualTo("permission.denied");
    }
    assertThat(refused(() -> orders.timeline(shop.ada, O1))).isEqualTo("permission.denied");
    assertThat(refused(() -> orders.note(desk, OrderId.of("o9"), "x")))
        .isEqualTo("order.not_found");
  }

  private void later() {
    shop.clock.advance(Duration.ofMinutes(1));
  }

  private Order place() {
    return shop.place(Wanted.shipped("o1", Line.of("1", MUG, "1", LON, "4.99")));
  }

  private static String refused(ThrowingCallable call) {
    return catchThrowableOfType(CommerceException.class, call).code().toString();
  }
}
