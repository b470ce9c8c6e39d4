package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.Supply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A delivery is told of, promised and received. The shop has 110 of each. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArrivalServiceTest {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE);
  private static final InboundId ORDERED = InboundId.of("PO-7");
  private static final Instant SOON = Shop.START.plus(Duration.ofDays(3));

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final AvailabilityService availability = shop.availability();

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of(Waiting.TYPE))).isEmpty();
  }

  @Test
  void what_has_arrived_is_not_promised_a_second_time() {
    expect(line(MUG_RED, 5));
    assertThat(sellable(MUG_RED)).isEqualTo(Quantity.of(115));

    inventory.receive(OFFICE, key("note-1"), ORDERED, List.of(some(MUG_RED, 5)));

    assertThat(level().onHand()).isEqualTo(Quantity.of(105));
    assertThat(sellable(MUG_RED)).isEqualTo(Quantity.of(115));
    assertThat(availability.availableToPromise(OFFICE, MUG_RED, SOON)).isEqualTo(Quantity.of(115));
    assertThat(availability.plan(OFFICE, List.of(some(MUG_RED, 116))).isCovered()).isFalse();
    assertThat(availability.inbound(OFFICE, ORDERED).orElseThrow().lines()).isEmpty();
  }

  @Test
  void what_has_not_come_yet_is_promised_still() {
    expect(line(MUG_RED, 5), line(BOOK, 2));

    inventory.receive(OFFICE, key("note-1"), ORDERED, List.of(some(MUG_RED, 3), some(BOOK, 4)));

    assertThat(sellable(MUG_RED)).isEqualTo(Quantity.of(115));
    assertThat(sellable(BOOK)).as("more than was expected").isEqualTo(Quantity.of(114));
    assertThat(availability.inbound(OFFICE, ORDERED).orElseThrow().lines())
        .containsExactly(line(MUG_RED, 2));
  }

  @Test
  void the_last_of_a_delivery_ends_it_whatever_is_missing() {
    expect(line(MUG_RED, 5), line(BOOK, 2));

    inventory.receiveLast(OFFICE, key("note-1"), ORDERED, List.of(some(MUG_RED, 3)));

    assertThat(sellable(MUG_RED)).isEqualTo(Quantity.of(113));
    assertThat(sellable(BOOK)).isEqualTo(Quantity.of(110));
    assertThat(availability.inbound(OFFICE, ORDERED).orElseThrow().lines()).isEmpty();
  }

  @Test
  void who_was_promised_it_gets_it_and_the_rest_can_be_sold_once() {
    expect(line(MUG_RED, 5));
    ReservationId promised = ReservationId.of("r1");
    inventory.reserve(
        OFFICE,
        promised,
        List.of(new StockDemand(MUG_RED, DC, Quantity.of(3), Supply.inbound(ORDERED))),
        Duration.ofHours(1));
    inventory.confirm(OFFICE, promised);
    assertThat(sellable(MUG_RED)).isEqualTo(Quantity.of(112));

    inventory.receive(OFFICE, key("note-1"), ORDERED, List.of(some(MUG_RED, 5)));

    assertThat(level().allocated()).isEqualTo(Quantity.of(3));
    assertThat(sellable(MUG_RED)).isEqualTo(Quantity.of(112));
    inventory.ship(OFFICE, promised);
    assertThat(level().onHand()).isEqualTo(Quantity.of(102));
    assertThat(sellable(MUG_RED)).isEqualTo(Quantity.of(112));
  }

  @Test
  void a_delivery_arrives_once_under_its_key() {
    expect(line(MUG_RED, 5));
    inventory.receive(OFFICE, key("note-1"), ORDERED, List.of(some(MUG_RED, 2)));

    inventory.receive(OFFICE, key("note-1"), ORDERED, List.of(some(MUG_RED, 2)));

    assertThat(level().onHand()).isEqualTo(Quantity.of(102));
    assertThat(sellable(MUG_RED)).isEqualTo(Quantity.of(115));
    assertThatThrownBy(
            () -> inventory.receive(OFFICE, key("note-1"), ORDERED, List.of(some(MUG_RED, 3))))
        .isInstanceOf(IdempotencyMismatchException.class);
    inventory.receive(OFFICE, key("note-2"), DC, List.of(some(MUG_RED, 2)));
    assertThatThrownBy(
            () -> inventory.receive(OFFICE, key("note-2"), ORDERED, List.of(some(MUG_RED, 2))))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThat(sellable(MUG_RED)).isEqualTo(Quantity.of(117));
  }

  @Test
  void abuse_64_a_delivery_that_nobody_told_of_does_not_arrive() {
    assertThatThrownBy(
            () -> inventory.receive(OFFICE, key("note-1"), ORDERED, List.of(some(MUG_RED, 2))))
        .hasFieldOrPropertyWithValue("code", AvailabilityService.UNKNOWN_INBOUND);

    assertThat(level().onHand()).isEqualTo(Quantity.of(100));
  }

  @Test
  void an_overdue_delivery_counts_until_something_else_is_told() {
    expect(line(MUG_RED, 5));
    shop.clock().advance(Duration.ofDays(30));
    Instant now = shop.clock().instant();

    assertThat(availability.availableToPromise(OFFICE, MUG_RED, now)).isEqualTo(Quantity.of(115));
    expect(new Inbound.Line(MUG_RED, Quantity.of(5), now.plus(Duration.ofDays(1))));
    assertThat(availability.availableToPromise(OFFICE, MUG_RED, now)).isEqualTo(Quantity.of(110));
    expect();
    assertThat(sellable(MUG_RED)).isEqualTo(Quantity.of(110));
  }

  @Test
  void what_waits_for_goods_cannot_leave_before_it_is_confirmed_nor_once_it_is_over() {
    expect(line(MUG_RED, 5));
    ReservationId held = ReservationId.of("r1");
    assertThat(
            inventory.reserve(
                OFFICE,
                held,
                List.of(
                    StockDemand.of(MUG_RED, LON, Quantity.of(1)),
                    new StockDemand(MUG_RED, DC, Quantity.of(3), Supply.inbound(ORDERED))),
                Duration.ofHours(1)))
        .isInstanceOf(ReservationOutcome.Reserved.class);

    assertThatThrownBy(() -> inventory.ship(OFFICE, held))
        .hasFieldOrPropertyWithValue("code", InventoryService.RESERVATION_ENDED)
        .hasMessageContaining("HELD");

    inventory.release(OFFICE, held);
    assertThatThrownBy(() -> inventory.ship(OFFICE, held))
        .hasFieldOrPropertyWithValue("code", InventoryService.RESERVATION_ENDED)
        .hasMessageContaining("VOIDED");
  }

  @Test
  void what_waits_for_goods_leaves_as_far_as_they_have_come() {
    expect(line(MUG_RED, 3));
    ReservationId waiting = ReservationId.of("r1");
    inventory.reserve(
        OFFICE,
        waiting,
        List.of(new StockDemand(MUG_RED, DC, Quantity.of(3), Supply.inbound(ORDERED))),
        Duration.ofHours(1));
    inventory.confirm(OFFICE, waiting);

    inventory.ship(OFFICE, waiting);
    assertThat(level().onHand()).isEqualTo(Quantity.of(100));
    inventory.receive(OFFICE, key("note-1"), ORDERED, List.of(some(MUG_RED, 3)));
    inventory.ship(OFFICE, waiting);
    inventory.ship(OFFICE, waiting);

    assertThat(level().onHand()).isEqualTo(Quantity.of(100));
    assertThat(level().allocated()).isEqualTo(Quantity.ZERO);
  }

  private void expect(Inbound.Line... lines) {
    availability.expect(OFFICE, new Inbound(ORDERED, DC, List.of(lines)));
  }

  private static Inbound.Line line(Sku sku, long quantity) {
    return new Inbound.Line(sku, Quantity.of(quantity), SOON);
  }

  private Quantity sellable(Sku sku) {
    return availability.sellable(OFFICE, List.of(sku)).get(sku).available();
  }

  private StockLevel level() {
    return inventory.levels(OFFICE, DC, List.of(MUG_RED)).get(MUG_RED);
  }

  private static SkuQuantity some(Sku sku, long quantity) {
    return SkuQuantity.of(sku, Quantity.of(quantity));
  }

  private static IdempotencyKey key(String key) {
    return IdempotencyKey.of(key);
  }
}
