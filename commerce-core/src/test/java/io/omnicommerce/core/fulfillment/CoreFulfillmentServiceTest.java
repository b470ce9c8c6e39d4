package io.omnicommerce.core.fulfillment;

import static io.omnicommerce.core.order.PlacedOrders.DC;
import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static io.omnicommerce.core.order.PlacedOrders.ROPE;
import static io.omnicommerce.core.order.PlacedOrders.TEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.PlacedOrders;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.order.FulfillmentStatus;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.pricing.LineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreFulfillmentServiceTest {

  private static final LineId MUGS = LineId.of("1");
  private static final FulfillmentId JOB = FulfillmentId.of("o1-1");
  private static final IdempotencyKey KEY = IdempotencyKey.of("parcel-1");

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
  void an_order_makes_one_job_for_each_location_its_goods_come_from() {
    shop.confirmed(
        Wanted.shipped(
            "o1",
            Line.of("1", MUG, "3", LON, "14.97"),
            Line.of("2", TEE, "1", DC, "12.50"),
            Line.of("3", ROPE, "2.5", LON, "25.00")));

    List<Fulfillment> jobs = fulfillment.ofOrder(shop.ada, OrderId.of("o1"));

    assertThat(jobs).extracting(job -> job.location()).containsExactly(DC, LON);
    assertThat(jobs.get(1).lines())
        .extracting(line -> line.line() + ": " + line.quantity())
        .containsExactly("1: 3", "3: 2.5");
  }

  @Test
  void several_parcels_empty_a_job_and_each_books_its_goods_out_of_the_allocated_stock() {
    threeMugs();

    Fulfillment first = ship("parcel-1", MUGS, "1");
    Fulfillment second = ship("parcel-2", MUGS, "2");

    assertThat(first.step()).isEqualTo(FulfillmentStep.OPEN);
    assertThat(second.step()).isEqualTo(FulfillmentStep.SHIPPED);
    assertThat(second.shipments()).extracting(shipment -> shipment.number()).containsExactly(1, 2);
    assertThat(order().fulfillmentStatus()).isEqualTo(FulfillmentStatus.FULFILLED);
    assertThat(shop.level(LON, MUG).onHand()).isEqualTo(Quantity.of(9_997));
    assertThat(shop.level(LON, MUG).allocated()).isEqualTo(Quantity.ZERO);
    assertThat(shop.events)
        .extracting(event -> event.event().type() + " " + event.version())
        .containsExactly(
            "order.progressed 3", "fulfillment.shipped 2",
            "order.progressed 4", "fulfillment.shipped 3");
  }

  @Test
  void what_was_measured_leaves_in_parts() {
    shop.confirmed(Wanted.shipped("o1", Line.of("1", ROPE, "2.5", LON, "25.00")));

    ship("parcel-1", MUGS, "0.75");

    assertThat(shop.level(LON, ROPE).onHand()).isEqualTo(Quantity.parse("9999.25"));
    assertThat(shop.level(LON, ROPE).allocated()).isEqualTo(Quantity.parse("1.75"));
    assertThat(order().line(MUGS).orElseThrow().open()).isEqualTo(Quantity.parse("1.75"));
  }

  @Test
  void the_same_parcel_is_booked_out_once_and_answers_as_the_first_time() {
    threeMugs();
    Fulfillment first = ship("parcel-1", MUGS, "1");
    ship("parcel-2", MUGS, "1");
    int told = shop.events.size();

    Fulfillment again = ship("parcel-1", MUGS, "1");

    assertThat(again).isEqualTo(first);
    assertThat(shop.events).hasSize(told);
    assertThat(shop.level(LON, MUG).onHand()).isEqualTo(Quantity.of(9_998));
    assertThatThrownBy(() -> ship("parcel-1", MUGS, "2"))
        .isInstanceOf(IdempotencyMismatchException.class);
  }

  @Test
  void all_that_is_open_leaves_at_once_with_its_tracking_number() {
    threeMugs();
    ship("parcel-1", MUGS, "1");

    Fulfillment job =
        fulfillment.shipAll(shop.office, JOB, Optional.of("1Z999"), IdempotencyKey.of("parcel-2"));

    assertThat(job.step()).isEqualTo(FulfillmentStep.SHIPPED);
    assertThat(job.shipments().get(1).tracking()).contains("1Z999");
    assertThat(job.shipments().get(1).lines().get(0).done()).isEqualTo(Quantity.of(2));
    assertThat(shop.events.get(shop.events.size() - 1).event())
        .isEqualTo(
            new FulfillmentEvent.GoodsShipped(JOB, OrderId.of("o1"), 2, Optional.of("1Z999")));
  }

  @Test
  void nothing_leaves_before_the_order_is_confirmed() {
    shop.place(Wanted.shipped("o1", Line.of("1", MUG, "3", LON, "14.97")));

    assertUnchanged("fulfillment.order_not_confirmed", () -> ship("parcel-1", MUGS, "1"));
  }

  @Test
  void abuse_84_more_than_is_open_nothing_and_foreign_lines_are_refused() {
    threeMugs();
    ship("parcel-1", MUGS, "1");

    CommerceException refused =
        assertUnchanged("fulfillment.quantity_exceeded", () -> ship("parcel-2", MUGS, "3"));
    assertThat(refused.facts().get("open")).contains("2");
    assertUnchanged("quantity.invalid", () -> ship("parcel-2", MUGS, "0"));
    assertUnchanged("quantity.invalid", () -> ship("parcel-2", MUGS, "0.5"));
    assertUnchanged("fulfillment.quantity_exceeded", () -> ship("parcel-2", LineId.of("99"), "1"));
    assertUnchanged(
        "input.empty",
        () ->
            fulfillment.ship(
                shop.office, JOB, Map.of(), Optional.empty(), IdempotencyKey.of("parcel-2")));
  }

  @Test
  void a_job_that_is_shipped_is_not_shipped_again() {
    threeMugs();
    ship("parcel-1", MUGS, "3");

    assertUnchanged(
        "fulfillment.illegal_transition",
        () -> fulfillment.shipAll(shop.office, JOB, Optional.empty(), IdempotencyKey.of("p2")));
  }

  @Test
  void a_pickup_is_made_ready_then_handed_over_once_with_proof() {
    PickupCode ready = readyPickup();

    Fulfillment collected = collect(shop.london, ready.code());

    assertThat(ready.code()).hasSize(8);
    assertThat(ready.fulfillment().step()).isEqualTo(FulfillmentStep.READY);
    assertThat(ready.fulfillment().codeHash()).isPresent().get().isNotEqualTo(ready.code());
    assertThat(collected.step()).isEqualTo(FulfillmentStep.COLLECTED);
    assertThat(collected.handover().orElseThrow().collector()).isEqualTo("Ada Lovelace");
    assertThat(collected.handover().orElseThrow().staff()).isEqualTo("staff:olga");
    assertThat(order().fulfillmentStatus()).isEqualTo(FulfillmentStatus.FULFILLED);
    assertThat(shop.level(LON, MUG).onHand()).isEqualTo(Quantity.of(9_997));
    assertThat(shop.events)
        .extracting(event -> event.event().type())
        .containsExactly(
            "fulfillment.pickup_ready", "order.progressed", "fulfillment.pickup_collected");
    CommerceException second =
        assertUnchanged("fulfillment.already_collected", () -> collect(shop.london, ready.code()));
    assertThat(second.facts().get("collector")).contains("Ada Lovelace");
    CommerceException guessed =
        assertUnchanged("fulfillment.code_invalid", () -> collect(shop.london, "WRONG234"));
    assertThat(guessed).hasMessageNotContaining("Ada");
    assertThat(guessed.facts().get("collector")).isEmpty();
  }

  @Test
  void a_refusal_names_only_what_is_possible_for_a_job_of_its_kind() {
    threeMugs();
    shop.confirmed(Wanted.pickup("o2", Line.of("1", MUG, "1", LON, "4.99")));

    CommerceException shipped =
        assertUnchanged(
            "fulfillment.illegal_transition", () -> fulfillment.makeReady(shop.london, JOB));
    CommerceException pickup =
        assertUnchanged(
            "fulfillment.illegal_transition",
            () ->
                fulfillment.shipAll(
                    shop.office,
                    FulfillmentId.of("o2-1"),
                    Optional.empty(),
                    IdempotencyKey.of("p")));

    assertThat(shipped.facts().get("allowed")).contains("CANCEL, PACK, PICK, SHIP");
    assertThat(pickup.facts().get("allowed")).contains("CANCEL, MAKE_READY, PACK, PICK");
    assertThat(pickup)
        .hasMessageContaining("kind PICKUP")
        .hasMessageContaining("MAKE_READY, PACK, PICK.");
  }

  @Test
  void a_call_without_a_location_is_told_how_to_name_one() {
    PickupCode ready = readyPickup();

    CommerceException refused =
        assertUnchanged("fulfillment.wrong_location", () -> collect(shop.office, ready.code()));

    assertThat(refused).hasMessageContaining("withLocation(LON)");
  }

  @Test
  void the_code_may_be_typed_in_small_letters() {
    PickupCode ready = readyPickup();

    Fulfillment collected =
        collect(shop.london, " " + ready.code().toLowerCase(java.util.Locale.ROOT));

    assertThat(collected.step()).isEqualTo(FulfillmentStep.COLLECTED);
  }

  @Test
  void abuse_67_a_wrong_code_or_another_pickups_code_opens_nothing() {
    readyPickup();
    shop.confirmed(Wanted.pickup("o2", Line.of("1", MUG, "1", LON, "4.99")));
    FulfillmentService other = new CoreFulfillmentService(shop.storage, Shop.secretsFrom(9));
    PickupCode foreign = other.makeReady(shop.london, FulfillmentId.of("o2-1"));

    assertUnchanged("fulfillment.code_invalid", () -> collect(shop.london, foreign.code()));
    assertUnchanged("fulfillment.code_invalid", () -> collect(shop.london, ""));
    assertUnchanged("fulfillment.code_invalid", () -> collect(shop.london, "A".repeat(5_000)));
  }

  @Test
  void abuse_67_a_pickup_is_handed_over_at_its_own_location_only() {
    PickupCode ready = readyPickup();

    CommerceException refused =
        assertUnchanged(
            "fulfillment.wrong_location",
            () -> collect(shop.london.withLocation(DC), ready.code()));

    assertThat(refused.facts().get("location")).contains("LON");
    assertUnchanged("fulfillment.wrong_location", () -> collect(shop.office, ready.code()));
  }

  @Test
  void nothing_is_handed_over_while_the_order_is_not_confirmed() {
    shop.place(Wanted.pickup("o1", Line.of("1", MUG, "3", LON, "14.97")));

    assertUnchanged(
        "fulfillment.order_not_confirmed", () -> fulfillment.makeReady(shop.london, JOB));
  }

  @Test
  void a_pickup_is_not_shipped_and_a_shipment_is_not_picked_up() {
    shop.confirmed(Wanted.pickup("o1", Line.of("1", MUG, "3", LON, "14.97")));
    shop.confirmed(Wanted.shipped("o2", Line.of("1", MUG, "3", LON, "14.97")));

    assertUnchanged("fulfillment.illegal_transition", () -> ship("parcel-1", MUGS, "1"));
    assertUnchanged(
        "fulfillment.illegal_transition",
        () -> fulfillment.makeReady(shop.london, FulfillmentId.of("o2-1")));
  }

  @Test
  void a_code_is_not_given_out_again_and_nothing_is_collected_before_it_is_ready() {
    shop.confirmed(Wanted.pickup("o1", Line.of("1", MUG, "3", LON, "14.97")));

    assertUnchanged("fulfillment.illegal_transition", () -> collect(shop.london, "ABCDEFGH"));
    fulfillment.makeReady(shop.london, JOB);
    assertUnchanged(
        "fulfillment.illegal_transition", () -> fulfillment.makeReady(shop.london, JOB));
  }

  @Test
  void abuse_12_jobs_of_others_and_jobs_that_do_not_exist_answer_alike() {
    threeMugs();

    CommerceException foreign =
        assertUnchanged("fulfillment.not_found", () -> fulfillment.get(shop.eve, JOB));
    CommerceException none =
        assertUnchanged(
            "fulfillment.not_found", () -> fulfillment.get(shop.eve, FulfillmentId.of("o9-1")));

    assertThat(foreign).hasMessage(none.getMessage().replace("o9-1", "o1-1"));
    assertUnchanged("order.not_found", () -> fulfillment.ofOrder(shop.eve, OrderId.of("o1")));
    assertThat(fulfillment.get(shop.ada, JOB).order()).isEqualTo(OrderId.of("o1"));
  }

  @Test
  void abuse_12_working_on_jobs_needs_the_permission() {
    threeMugs();

    assertUnchanged(
        "permission.denied", () -> fulfillment.shipAll(shop.ada, JOB, Optional.empty(), KEY));
    assertUnchanged("permission.denied", () -> fulfillment.makeReady(shop.ada, JOB));
    assertUnchanged("permission.denied", () -> collect(shop.ada.withLocation(LON), "ABCDEFGH"));
    assertUnchanged(
        "fulfillment.not_found",
        () -> fulfillment.makeReady(shop.office, FulfillmentId.of("o9-1")));
  }

  @Test
  void L59_progress_is_written_into_the_orders_history() {
    threeMugs();

    ship("parcel-1", MUGS, "1");

    Order order = order();
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(order.history())
        .extracting(entry -> entry.what())
        .containsExactly("placed", "confirmed", "shipped");
    assertThat(order.history().get(2).remark()).isEqualTo("o1-1");
    assertThat(shop.events.get(0).event())
        .isEqualTo(new OrderEvent.OrderProgressed(order.id(), "shipped"));
  }

  private void threeMugs() {
    shop.confirmed(Wanted.shipped("o1", Line.of("1", MUG, "3", LON, "14.97")));
  }

  private PickupCode readyPickup() {
    shop.confirmed(Wanted.pickup("o1", Line.of("1", MUG, "3", LON, "14.97")));
    return fulfillment.makeReady(shop.london, JOB);
  }

  private Fulfillment ship(String key, LineId line, String quantity) {
    return fulfillment.ship(
        shop.office,
        JOB,
        Map.of(line, Quantity.parse(quantity)),
        Optional.empty(),
        IdempotencyKey.of(key));
  }

  private Fulfillment collect(CallContext context, String code) {
    return fulfillment.collect(context, JOB, code, "Ada Lovelace");
  }

  private Order order() {
    return shop.storage.inTransaction(
        shop.office, session -> OrderDocuments.visible(session, OrderId.of("o1")).value());
  }

  private CommerceException assertUnchanged(String code, ThrowingCallable call) {
    return shop.assertUnchanged(
        List.of(OrderDocuments.TYPE, FulfillmentDocuments.TYPE), code, call);
  }
}
