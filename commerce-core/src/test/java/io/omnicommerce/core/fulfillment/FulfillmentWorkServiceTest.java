package io.omnicommerce.core.fulfillment;

import static io.omnicommerce.core.order.PlacedOrders.DC;
import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static io.omnicommerce.core.order.PlacedOrders.TEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.PlacedOrders;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.fulfillment.Failure;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FulfillmentWorkServiceTest {

  private static final LineId MUGS = LineId.of("1");
  private static final LineId TEES = LineId.of("2");
  private static final FulfillmentId JOB = FulfillmentId.of("o1-1");
  private static final PageRequest ALL = PageRequest.first(100);

  private final PlacedOrders shop = new PlacedOrders();
  private final FulfillmentService fulfillment =
      new CoreFulfillmentService(shop.storage, Shop.secretsFrom(7));

  @AfterEach
  void the_books_balance() {
    assertThat(
            shop.memory
                .maintenance()
                .audit(List.of(OrderDocuments.TYPE, FulfillmentDocuments.TYPE)))
        .isEmpty();
  }

  @Test
  void a_location_sees_what_it_has_to_do_until_it_is_done() {
    order("o1");
    shop.confirmed(Wanted.shipped("o2", Line.of("1", MUG, "1", DC, "4.99")));

    assertThat(fulfillment.openAt(shop.office, LON, ALL).items())
        .extracting(job -> job.id().value())
        .containsExactly("o1-1");
    fulfillment.shipAll(shop.office, JOB, Optional.empty(), key("p"));
    assertThat(fulfillment.openAt(shop.office, LON, ALL).items()).isEmpty();
    assertThatThrownBy(() -> fulfillment.openAt(shop.ada, LON, ALL))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void goods_are_picked_packed_and_shipped() {
    order("o1");

    fulfillment.pick(shop.office, JOB);
    fulfillment.pick(shop.office, JOB);
    assertThat(fulfillment.pack(shop.office, JOB).step()).isEqualTo(FulfillmentStep.PACKED);
    assertThatThrownBy(() -> fulfillment.pick(shop.office, JOB))
        .isInstanceOf(RefusedException.class);
    fulfillment.shipAll(shop.office, JOB, Optional.of("1Z"), key("p"));

    assertThat(told())
        .containsExactly(
            "fulfillment.picked", "fulfillment.packed", "order.progressed", "fulfillment.shipped");
  }

  @Test
  void P28_what_is_not_on_the_shelf_leaves_the_job_and_the_rest_goes() {
    order("o1");

    Fulfillment shorter = shortPick(MUGS, "2", "k1");

    assertThat(shorter.line(MUGS).orElseThrow().quantity()).isEqualTo(Quantity.of(1));
    assertThat(shorter.failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.SHORT_PICK));
    OrderLine line = line("o1", MUGS);
    assertThat(line.unallocated()).isEqualTo(Quantity.of(2));
    assertThat(line.open()).isEqualTo(Quantity.of(3));
    assertThat(shop.level(LON, MUG).onHand()).as("a fact").isEqualTo(Quantity.of(9_998));
    assertThat(shop.level(LON, MUG).allocated()).isEqualTo(Quantity.of(1));
    fulfillment.shipAll(shop.office, JOB, Optional.empty(), key("p"));
    assertThat(fulfillment.get(shop.office, JOB).step()).isEqualTo(FulfillmentStep.SHIPPED);
    assertThat(line("o1", MUGS).open()).isEqualTo(Quantity.of(2));
    assertThat(shop.level(LON, MUG).onHand()).isEqualTo(Quantity.of(9_997));
  }

  @Test
  void a_short_pick_is_booked_once() {
    order("o1");
    shortPick(MUGS, "2", "k1");

    assertThat(shortPick(MUGS, "2", "k1").line(MUGS).orElseThrow().quantity())
        .isEqualTo(Quantity.of(1));
    assertThatThrownBy(() -> shortPick(MUGS, "1", "k1"))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThat(shop.level(LON, MUG).onHand()).isEqualTo(Quantity.of(9_998));
  }

  @Test
  void a_job_of_which_nothing_is_there_ends() {
    order("o1");

    shortPick(MUGS, "3", "k1");
    Fulfillment ended = shortPick(TEES, "1", "k2");

    assertThat(ended.step()).isEqualTo(FulfillmentStep.CANCELLED);
    assertThat(fulfillment.openAt(shop.office, LON, ALL).items()).isEmpty();
    assertThat(line("o1", TEES).unallocated()).isEqualTo(Quantity.of(1));
  }

  @Test
  void a_job_of_which_the_rest_is_not_there_ends_as_shipped() {
    order("o1");
    fulfillment.ship(shop.office, JOB, Map.of(MUGS, Quantity.of(3)), Optional.empty(), key("p"));

    assertThat(shortPick(TEES, "1", "k2").step()).isEqualTo(FulfillmentStep.SHIPPED);
  }

  @Test
  void abuse_84_no_more_is_missing_than_is_open() {
    order("o1");

    assertRefused("fulfillment.quantity_exceeded", () -> shortPick(MUGS, "4", "k1"));
    assertRefused(
        "fulfillment.quantity_exceeded",
        () ->
            fulfillment.shortPick(
                shop.office, JOB, LineId.of("9"), Quantity.ONE, "gone", key("k2")));
    fulfillment.shipAll(shop.office, JOB, Optional.empty(), key("p"));
    assertRefused("fulfillment.illegal_transition", () -> shortPick(MUGS, "1", "k3"));
  }

  @Test
  void parcels_arrive_or_do_not() {
    order("o1");
    fulfillment.ship(
        shop.office, JOB, Map.of(MUGS, Quantity.of(3)), Optional.of("1Z-1"), key("p1"));
    fulfillment.shipAll(shop.office, JOB, Optional.of("1Z-2"), key("p2"));

    fulfillment.delivered(shop.office, JOB, 1);
    fulfillment.delivered(shop.office, JOB, 1);
    fulfillment.deliveryFailed(shop.office, JOB, 2, "nobody at home", key("f1"));
    Fulfillment job = fulfillment.deliveryFailed(shop.office, JOB, 2, "nobody at home", key("f1"));

    assertThat(job.shipments().get(0).deliveredAt()).contains(shop.clock.instant());
    assertThat(job.shipments().get(1).deliveredAt()).isEmpty();
    assertThat(job.failures()).hasSize(1);
    assertThat(job.failures().get(0).shipment()).contains(2);
    assertThat(told())
        .containsSubsequence("fulfillment.delivered", "fulfillment.delivery_failed")
        .containsOnlyOnce("fulfillment.delivered", "fulfillment.delivery_failed");
    assertRefused("fulfillment.unknown_shipment", () -> fulfillment.delivered(shop.office, JOB, 3));
    assertRefused(
        "fulfillment.illegal_transition",
        () -> fulfillment.deliveryFailed(shop.office, JOB, 1, "nobody at home", key("f2")));
  }

  @Test
  void abuse_84_a_mistake_about_what_has_left_is_refused() {
    order("o1");
    fulfillment.shipAll(shop.office, JOB, Optional.empty(), key("p"));

    assertRefused(
        "fulfillment.illegal_transition",
        () -> fulfillment.shipAll(shop.office, JOB, Optional.empty(), key("again")));
    assertRefused("fulfillment.illegal_transition", () -> fulfillment.pack(shop.office, JOB));
  }

  @Test
  void those_whose_order_it_is_not_find_nothing() {
    shop.confirmed(Wanted.pickup("o1", Line.of("1", MUG, "3", LON, "14.97")));

    assertThatThrownBy(() -> fulfillment.nameDeputy(shop.eve, JOB, "Eve"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> fulfillment.arrive(shop.eve, JOB, "bay 3"))
        .isInstanceOf(NotFoundException.class);
  }

  private Order order(String id) {
    return shop.confirmed(
        Wanted.shipped(
            id, Line.of("1", MUG, "3", LON, "14.97"), Line.of("2", TEE, "1", LON, "12.50")));
  }

  private Fulfillment shortPick(LineId line, String missing, String key) {
    return fulfillment.shortPick(
        shop.office, JOB, line, Quantity.parse(missing), "not on the shelf", key(key));
  }

  private OrderLine line(String order, LineId id) {
    return shop.storage.inTransaction(
        shop.office,
        session ->
            OrderDocuments.visible(session, OrderId.of(order)).value().line(id).orElseThrow());
  }

  private List<String> told() {
    return shop.events.stream().map(event -> event.event().type()).toList();
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.code()).hasToString(code));
  }

  private static IdempotencyKey key(String value) {
    return IdempotencyKey.of(value);
  }
}
