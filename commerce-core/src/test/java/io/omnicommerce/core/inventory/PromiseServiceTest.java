package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.Allocation;
import io.omnicommerce.channel.Convention.DeductOn;
import io.omnicommerce.channel.Convention.OnHandFloor;
import io.omnicommerce.channel.Convention.OverRelease;
import io.omnicommerce.channel.Convention.PartialAllocation;
import io.omnicommerce.channel.Convention.ShipLocation;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.OverQuantity;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.Addable;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.PlannedLine;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SellableStock;
import io.omnicommerce.inventory.SkuAt;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.inventory.SupplyPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is promised beyond the shelf. The shop has 10 in a store and 100 in a warehouse. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromiseServiceTest {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE, ChannelService.EDIT);
  private static final Instant SOON = Shop.START.plus(Duration.ofDays(3));
  private static final Instant LATER = Shop.START.plus(Duration.ofDays(9));

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final AvailabilityService availability = shop.availability();

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of(Waiting.TYPE))).isEmpty();
  }

  @Test
  void a_plan_takes_what_is_there_then_what_comes_then_what_may_be_backordered() {
    availability.backorder(OFFICE, DC, MUG_RED, Quantity.of(20));
    expect("PO-7", 5, SOON);

    PlannedLine line = plan(130).lines().get(0);

    assertThat(line.demands())
        .containsExactly(
            StockDemand.of(MUG_RED, LON, Quantity.of(10)),
            StockDemand.of(MUG_RED, DC, Quantity.of(100)),
            demand(5, Supply.inbound(InboundId.of("PO-7"))),
            demand(15, Supply.BACKORDER));
    assertThat(line.shortage()).isEqualTo(Quantity.ZERO);
    assertThat(plan(136).isCovered()).isFalse();
    assertThat(plan(136).lines().get(0).shortage()).isEqualTo(Quantity.ONE);
    assertThat(plan(136).demands()).isEmpty();
  }

  @Test
  void conventions_say_where_goods_come_from_first_and_whether_a_part_is_taken() {
    shop.conventions(
        Conventions.STANDARD
            .with(Convention.ALLOCATION, Allocation.HIGHEST_STOCK)
            .with(Convention.PARTIAL_ALLOCATION, PartialAllocation.ALLOW));

    assertThat(plan(103).demands())
        .containsExactly(
            StockDemand.of(MUG_RED, DC, Quantity.of(100)),
            StockDemand.of(MUG_RED, LON, Quantity.of(3)));
    assertThat(plan(200).demands()).hasSize(2);
    assertThat(plan(200).lines().get(0).shortage()).isEqualTo(Quantity.of(90));
  }

  @Test
  void P14_two_lines_of_a_sku_never_take_the_same_goods() {
    SupplyPlan plan =
        availability.plan(
            OFFICE,
            List.of(
                SkuQuantity.of(MUG_RED, Quantity.of(60)),
                SkuQuantity.of(MUG_RED, Quantity.of(60))));

    assertThat(plan.lines().get(0).refusal()).isEmpty();
    assertThat(plan.lines().get(1).shortage()).isEqualTo(Quantity.of(10));
    assertThat(reserve("r1", plan)).isInstanceOf(ReservationOutcome.Reserved.class);
  }

  @Test
  void a_backorder_cannot_leave_and_gets_what_arrives_before_anybody_who_comes_later() {
    empty();
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(8));
    confirm("r1", plan(5));
    confirm("r2", plan(3));
    assertThat(plan(1).isCovered()).isFalse();

    assertThatThrownBy(() -> ship("s1", "r1", LON, 1))
        .hasFieldOrPropertyWithValue("code", InventoryService.NOT_RESERVED);
    receive("note-1", LON, 6);

    StockLevel level = level(LON);
    assertThat(level.onHand()).isEqualTo(Quantity.of(6));
    assertThat(level.allocated()).isEqualTo(Quantity.of(6));
    assertThat(level.available()).isEqualTo(Quantity.ZERO);
    ship("s2", "r1", LON, 5);
    ship("s3", "r2", LON, 1);
    assertThatThrownBy(() -> ship("s4", "r2", LON, 1))
        .hasFieldOrPropertyWithValue("code", InventoryService.NOT_RESERVED);
    assertThat(sellable().available()).isEqualTo(Quantity.of(6));
    assertThat(shop.told()).filteredOn("inventory.backlog_filled"::equals).hasSize(2);

    receive("note-1", LON, 6);
    assertThat(level(LON).onHand()).as("a repeat").isEqualTo(Quantity.ZERO);
    receive("note-2", LON, 10);
    assertThat(level(LON).allocated()).isEqualTo(Quantity.of(2));
    assertThat(level(LON).available()).isEqualTo(Quantity.of(8));
  }

  @Test
  void who_lets_go_of_a_backorder_gets_nothing_that_arrives() {
    empty();
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(8));
    confirm("r1", plan(5));
    confirm("r2", plan(3));
    inventory.release(OFFICE, ReservationId.of("r1"));
    inventory.release(OFFICE, ReservationId.of("r1"));

    receive("note-1", LON, 5);

    assertThat(level(LON).allocated()).isEqualTo(Quantity.of(3));
    assertThat(level(LON).available()).isEqualTo(Quantity.of(2));
    inventory.cancel(OFFICE, ReservationId.of("r2"));
    assertThat(level(LON).available()).isEqualTo(Quantity.of(5));
  }

  @Test
  void what_was_promised_of_goods_that_a_count_finds_is_given_to_who_waits() {
    empty();
    availability.backorderFreely(OFFICE, LON, MUG_RED);
    confirm("r1", plan(8));

    count("c1", LON, 10);

    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(10));
    assertThat(level(LON).allocated()).isEqualTo(Quantity.of(8));
    ship("s1", "r1", LON, 8);
    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(2));
  }

  @Test
  void a_promise_that_is_confirmed_after_goods_have_come_is_filled_when_asked() {
    empty();
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(5));
    reserve("r1", plan(5));
    receive("note-1", LON, 3);
    assertThat(level(LON).available()).isEqualTo(Quantity.of(3));

    inventory.confirm(OFFICE, ReservationId.of("r1"));

    assertThat(inventory.fillBacklog(OFFICE, LON, List.of(MUG_RED))).isEqualTo(1);
    assertThat(level(LON).allocated()).isEqualTo(Quantity.of(3));
    assertThat(inventory.fillBacklog(OFFICE, LON, List.of(MUG_RED))).isZero();
  }

  @Test
  void what_may_be_promised_by_a_date_grows_with_what_is_expected_until_then() {
    expect("PO-7", 5, SOON);
    expect("PO-8", 40, LATER);

    assertThat(availability.availableToPromise(ADA, MUG_RED, Shop.START))
        .isEqualTo(Quantity.of(110));
    assertThat(availability.availableToPromise(ADA, MUG_RED, SOON)).isEqualTo(Quantity.of(115));
    assertThat(availability.availableToPromise(ADA, MUG_RED, LATER)).isEqualTo(Quantity.of(155));
    confirm("r1", plan(112));
    assertThat(availability.availableToPromise(ADA, MUG_RED, SOON)).isEqualTo(Quantity.of(3));

    expect("PO-8", 0, LATER);
    assertThat(availability.availableToPromise(ADA, MUG_RED, LATER)).isEqualTo(Quantity.of(3));
    assertThatThrownBy(() -> confirm("r2", demands(4, Supply.inbound(InboundId.of("PO-7")))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void how_much_may_be_added_is_cut_down_or_refused_as_the_market_says() {
    shop.sell(
        shop.catalog()
            .find(OFFICE, MUG_RED)
            .orElseThrow()
            .withQuantities(new QuantityRule(Quantity.of(2), Quantity.of(200), Quantity.of(2))));

    assertThat(addable(104, 4).refusal()).isEmpty();
    assertThat(addable(104, 8).quantity()).isEqualTo(Quantity.ZERO);
    shop.conventions(Conventions.STANDARD.withOverQuantity(OverQuantity.CLAMP_AND_REPORT));
    assertThat(addable(104, 8))
        .satisfies(
            cut -> {
              assertThat(cut.quantity()).isEqualTo(Quantity.of(6));
              assertThat(cut.refusal().orElseThrow().code())
                  .isEqualTo(InventoryService.OUT_OF_STOCK);
            });
    assertThat(addable(0, 1).refusal().orElseThrow().code()).isEqualTo(Quantity.INVALID);
    assertThat(addable(0, 1).quantity()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void stock_that_leaves_at_payment_is_deducted_then_and_put_back_when_the_order_is_cancelled() {
    shop.conventions(Conventions.STANDARD.with(Convention.DEDUCT_ON, DeductOn.PAYMENT));
    confirm("r1", plan(4));
    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(10));

    inventory.paid(OFFICE, ReservationId.of("r1"));
    inventory.paid(OFFICE, ReservationId.of("r1"));
    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(6));
    ship("s1", "r1", LON, 1);
    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(6));
    assertThatThrownBy(() -> ship("s2", "r1", LON, 4))
        .hasFieldOrPropertyWithValue("code", InventoryService.NOT_RESERVED);

    inventory.cancel(OFFICE, ReservationId.of("r1"));
    inventory.cancel(OFFICE, ReservationId.of("r1"));
    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(9));
  }

  @Test
  void a_part_leaves_or_is_released_once_under_its_key_and_never_more_than_there_is() {
    confirm("r1", plan(6));

    ship("s1", "r1", LON, 2);
    ship("s1", "r1", LON, 2);
    releasePart("p1", 3);
    releasePart("p1", 3);

    StockLevel level = level(LON);
    assertThat(level.onHand()).isEqualTo(Quantity.of(8));
    assertThat(level.allocated()).isEqualTo(Quantity.ONE);
    assertThatThrownBy(() -> ship("s1", "r1", LON, 1))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThatThrownBy(() -> releasePart("p2", 2))
        .hasFieldOrPropertyWithValue("code", InventoryService.NOT_RESERVED);
    shop.conventions(Conventions.STANDARD.with(Convention.OVER_RELEASE, OverRelease.CLAMP));
    releasePart("p3", 2);
    assertThat(level(LON).allocated()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void goods_that_have_not_left_after_all_are_back_and_allocated_still() {
    confirm("r1", plan(3));
    ship("s1", "r1", LON, 2);

    unship("u1", 2);

    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(10));
    assertThat(level(LON).allocated()).isEqualTo(Quantity.of(3));
    assertThatThrownBy(() -> unship("u2", 1))
        .hasFieldOrPropertyWithValue("code", InventoryService.NOT_RESERVED);
    inventory.ship(OFFICE, ReservationId.of("r1"));
    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(7));
    assertThat(level(LON).allocated()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void a_whole_shipment_that_is_called_off_is_allocated_again() {
    confirm("r1", plan(3));
    inventory.ship(OFFICE, ReservationId.of("r1"));

    unship("u1", 1);

    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(8));
    assertThat(level(LON).allocated()).isEqualTo(Quantity.ONE);
    assertThatThrownBy(() -> unship("u2", 3))
        .hasFieldOrPropertyWithValue("code", InventoryService.NOT_RESERVED);
  }

  @Test
  void goods_leave_from_elsewhere_only_where_the_market_allows_it() {
    confirm("r1", plan(3));

    assertThatThrownBy(() -> ship("s1", "r1", DC, 2))
        .hasFieldOrPropertyWithValue("code", InventoryService.NOT_RESERVED);
    shop.conventions(
        Conventions.STANDARD.with(
            Convention.SHIP_LOCATION, ShipLocation.MAY_DIFFER_FROM_ALLOCATION));
    ship("s1", "r1", DC, 2);

    assertThat(level(DC).onHand()).isEqualTo(Quantity.of(98));
    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(10));
    assertThat(level(LON).allocated()).isEqualTo(Quantity.ONE);
  }

  @Test
  void abuse_63_a_count_below_what_is_spoken_for_is_a_fact_or_refused_as_the_market_says() {
    confirm("r1", plan(4));
    shop.conventions(Conventions.STANDARD.with(Convention.ON_HAND_FLOOR, OnHandFloor.RESERVED));
    String before = shop.dump();

    assertThatThrownBy(() -> count("c1", LON, 2))
        .hasFieldOrPropertyWithValue("code", InventoryService.BELOW_RESERVED);
    assertThat(shop.dump()).isEqualTo(before);
    shop.conventions(Conventions.STANDARD);
    count("c1", LON, 2);
    count("c1", LON, 2);

    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(2));
    assertThat(level(LON).oversold()).isEqualTo(Quantity.of(2));
    assertThat(shop.told()).filteredOn("inventory.oversold"::equals).hasSize(1);
  }

  private SupplyPlan plan(long quantity) {
    return availability.plan(OFFICE, List.of(SkuQuantity.of(MUG_RED, Quantity.of(quantity))));
  }

  private ReservationOutcome reserve(String id, SupplyPlan plan) {
    return reserve(id, plan.demands());
  }

  private ReservationOutcome reserve(String id, List<StockDemand> demands) {
    return inventory.reserve(OFFICE, ReservationId.of(id), demands, Duration.ofMinutes(10));
  }

  private void confirm(String id, SupplyPlan plan) {
    confirm(id, plan.demands());
  }

  private void confirm(String id, List<StockDemand> demands) {
    if (reserve(id, demands) instanceof ReservationOutcome.Refused refused) {
      throw new IllegalStateException(refused.toString());
    }
    inventory.confirm(OFFICE, ReservationId.of(id));
  }

  private static StockDemand demand(long quantity, Supply supply) {
    return new StockDemand(MUG_RED, DC, Quantity.of(quantity), supply);
  }

  private static List<StockDemand> demands(long quantity, Supply supply) {
    return List.of(demand(quantity, supply));
  }

  private void expect(String delivery, long quantity, Instant at) {
    availability.expect(
        OFFICE,
        new Inbound(
            InboundId.of(delivery),
            DC,
            List.of(new Inbound.Line(MUG_RED, Quantity.of(quantity), at))));
  }

  private void empty() {
    count("empty-lon", LON, 0);
    count("empty-dc", DC, 0);
  }

  private void count(String key, LocationId location, long quantity) {
    inventory.count(
        OFFICE,
        IdempotencyKey.of(key),
        location,
        List.of(SkuQuantity.of(MUG_RED, Quantity.of(quantity))),
        StockReason.COUNTED);
  }

  private void receive(String key, LocationId location, long quantity) {
    inventory.receive(
        OFFICE,
        IdempotencyKey.of(key),
        location,
        List.of(SkuQuantity.of(MUG_RED, Quantity.of(quantity))));
  }

  private void ship(String key, String id, LocationId location, long quantity) {
    inventory.shipFrom(
        OFFICE, IdempotencyKey.of(key), ReservationId.of(id), parts(location, quantity));
  }

  private void unship(String key, long quantity) {
    inventory.unship(
        OFFICE,
        IdempotencyKey.of(key),
        ReservationId.of("r1"),
        List.of(SkuQuantity.of(MUG_RED, Quantity.of(quantity))));
  }

  private static List<SkuAt> parts(LocationId location, long quantity) {
    return List.of(new SkuAt(MUG_RED, location, Quantity.of(quantity)));
  }

  private void releasePart(String key, long quantity) {
    inventory.release(
        OFFICE,
        IdempotencyKey.of(key),
        ReservationId.of("r1"),
        List.of(SkuQuantity.of(MUG_RED, Quantity.of(quantity))));
  }

  private StockLevel level(LocationId location) {
    return inventory.levels(OFFICE, location, List.of(MUG_RED)).get(MUG_RED);
  }

  private SellableStock sellable() {
    return availability.sellable(OFFICE, List.of(MUG_RED)).get(MUG_RED);
  }

  private Addable addable(long has, long more) {
    return availability.addable(OFFICE, MUG_RED, Quantity.of(has), Quantity.of(more));
  }
}
