package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.DeductOn;
import io.omnicommerce.channel.Convention.ShipLocation;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuAt;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.storage.OutboxRecord;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Reservations of a host, of 10 in a store and 100 in a warehouse, step by step. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReservationServiceTest {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE, ChannelService.EDIT);
  private static final ReservationId R1 = ReservationId.of("r1");
  private static final Conventions ON_PAYMENT =
      Conventions.STANDARD.with(Convention.DEDUCT_ON, DeductOn.PAYMENT);

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private int keys;

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of(Waiting.TYPE))).isEmpty();
  }

  @Test
  void goods_that_were_deducted_and_have_left_whole_are_not_put_back_by_a_cancellation() {
    shop.conventions(ON_PAYMENT);
    confirmed(demand(LON, 4));
    inventory.paid(OFFICE, R1);

    inventory.ship(OFFICE, R1);
    inventory.ship(OFFICE, R1);
    inventory.cancel(OFFICE, R1);

    assertThat(onHand(LON)).isEqualTo(Quantity.of(6));
    unship(1);
    inventory.cancel(OFFICE, R1);
    assertThat(onHand(LON)).as("one has not left after all").isEqualTo(Quantity.of(7));
  }

  @Test
  void what_left_before_its_payment_is_not_counted_as_left_of_what_was_deducted() {
    shop.conventions(ON_PAYMENT);
    confirmed(demand(LON, 4), demand(DC, 4));
    ship(3);
    inventory.paid(OFFICE, R1);

    assertRefused(() -> ship(6));
    ship(3);
    assertThat(onHand(LON)).isEqualTo(Quantity.of(6));
    inventory.cancel(OFFICE, R1);
    inventory.cancel(OFFICE, R1);

    assertThat(onHand(LON).plus(onHand(DC))).as("8 less 6 are back").isEqualTo(Quantity.of(104));
  }

  @Test
  void what_was_deducted_and_has_come_back_is_put_back_each_time_it_is_cancelled() {
    shop.conventions(ON_PAYMENT);
    confirmed(demand(LON, 4));
    inventory.paid(OFFICE, R1);
    ship(3);

    inventory.cancel(OFFICE, R1);
    assertThat(onHand(LON)).isEqualTo(Quantity.of(7));
    unship(2);
    assertThat(onHand(LON)).as("deducted still").isEqualTo(Quantity.of(7));
    inventory.cancel(OFFICE, R1);

    assertThat(onHand(LON)).isEqualTo(Quantity.of(9));
  }

  @Test
  void what_was_deducted_here_leaves_from_elsewhere_where_the_market_allows_it() {
    shop.conventions(
        ON_PAYMENT.with(Convention.SHIP_LOCATION, ShipLocation.MAY_DIFFER_FROM_ALLOCATION));
    confirmed(demand(LON, 4));
    inventory.paid(OFFICE, R1);

    shipFrom(DC, 3);

    assertThat(onHand(LON)).isEqualTo(Quantity.of(9));
    assertThat(onHand(DC)).isEqualTo(Quantity.of(97));
    assertRefused(() -> shipFrom(DC, 2));
  }

  @Test
  void goods_that_are_not_in_a_reservation_are_refused_as_not_reserved() {
    confirmed(demand(LON, 4));
    String before = shop.dump();

    for (List<SkuQuantity> other :
        List.of(
            List.of(SkuQuantity.of(BOOK, Quantity.ONE)),
            List.of(SkuQuantity.of(MUG_RED, Quantity.ONE), SkuQuantity.of(BOOK, Quantity.ONE)))) {
      assertRefused(() -> inventory.ship(OFFICE, key(), R1, other));
      assertRefused(() -> inventory.release(OFFICE, key(), R1, other));
      assertRefused(() -> inventory.unship(OFFICE, key(), R1, other));
    }
    List<SkuAt> at = List.of(new SkuAt(BOOK, LON, Quantity.ONE));
    assertRefused(() -> inventory.shipFrom(OFFICE, key(), R1, at));
    assertThat(shop.dump()).isEqualTo(before);
  }

  @Test
  void each_change_of_a_reservation_is_told_once_with_the_next_version() {
    confirmed(demand(LON, 6));
    ship(1);
    release(1);
    inventory.ship(OFFICE, R1);
    unship(2);
    inventory.ship(OFFICE, R1);
    reserved("r2", demand(LON, 1));
    inventory.release(OFFICE, ReservationId.of("r2"));
    inventory.release(OFFICE, ReservationId.of("r2"));

    assertThat(versions("r1")).containsExactlyElementsOf(oneTo(7));
    assertThat(versions("r2")).containsExactlyElementsOf(oneTo(2));
  }

  @Test
  void each_change_of_a_paid_reservation_is_told_once_with_the_next_version() {
    shop.conventions(ON_PAYMENT);
    confirmed(demand(LON, 6));
    inventory.paid(OFFICE, R1);
    inventory.paid(OFFICE, R1);
    ship(1);
    inventory.cancel(OFFICE, R1);
    inventory.cancel(OFFICE, R1);

    assertThat(versions("r1")).containsExactlyElementsOf(oneTo(5));
    reserved("r2", demand(LON, 2));
    inventory.confirm(OFFICE, ReservationId.of("r2"));
    inventory.ship(OFFICE, ReservationId.of("r2"));
    assertThat(versions("r2")).containsExactlyElementsOf(oneTo(3));
  }

  private List<Long> versions(String reservation) {
    return shop.storage().maintenance().outbox().unpublished(1_000).stream()
        .filter(event -> event.aggregate().equals(Reference.of("reservation", reservation)))
        .map(OutboxRecord::version)
        .map(Version::value)
        .toList();
  }

  private static List<Long> oneTo(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList();
  }

  private static StockDemand demand(LocationId from, long quantity) {
    return StockDemand.of(MUG_RED, from, Quantity.of(quantity));
  }

  private void reserved(String id, StockDemand... demands) {
    assertThat(
            inventory.reserve(
                OFFICE, ReservationId.of(id), List.of(demands), Duration.ofMinutes(10)))
        .isInstanceOf(ReservationOutcome.Reserved.class);
  }

  private void confirmed(StockDemand... demands) {
    reserved("r1", demands);
    inventory.confirm(OFFICE, R1);
  }

  private IdempotencyKey key() {
    return IdempotencyKey.of("key-" + ++keys);
  }

  private static List<SkuQuantity> mugs(long quantity) {
    return List.of(SkuQuantity.of(MUG_RED, Quantity.of(quantity)));
  }

  private void ship(long quantity) {
    inventory.ship(OFFICE, key(), R1, mugs(quantity));
  }

  private void shipFrom(LocationId from, long quantity) {
    inventory.shipFrom(OFFICE, key(), R1, List.of(new SkuAt(MUG_RED, from, Quantity.of(quantity))));
  }

  private void unship(long quantity) {
    inventory.unship(OFFICE, key(), R1, mugs(quantity));
  }

  private void release(long quantity) {
    inventory.release(OFFICE, key(), R1, mugs(quantity));
  }

  private Quantity onHand(LocationId location) {
    StockLevel level = inventory.levels(OFFICE, location, List.of(MUG_RED)).get(MUG_RED);
    return level.onHand();
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).hasFieldOrPropertyWithValue("code", InventoryService.NOT_RESERVED);
  }
}
