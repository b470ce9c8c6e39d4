package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.Allotment;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockBucket;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.StockReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** On which terms a channel may sell. The shop has 10 of each in a store and 100 in a warehouse. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AvailabilityServiceTest {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE, ChannelService.EDIT);
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final AvailabilityService availability = shop.availability();
  private final CartService carts = shop.carts();

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void a_channel_takes_no_more_than_it_was_allotted_and_the_others_take_the_rest() {
    availability.allot(OFFICE, Shop.WEB, MUG_RED, Quantity.of(6));

    assertThat(left(ADA)).isEqualTo(Quantity.of(6));
    assertThat(left(Shop.ADA_IN_APP)).isEqualTo(Quantity.of(110));
    assertThat(reserve("r1", OFFICE, 4)).isInstanceOf(ReservationOutcome.Reserved.class);
    assertThat(left(ADA)).isEqualTo(Quantity.of(2));
    assertThat(reasons(reserve("r2", OFFICE, 3)))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.code()).isEqualTo(InventoryService.OUT_OF_STOCK);
              assertThat(reason.facts().values())
                  .containsEntry("channel", "web-uk")
                  .containsEntry("available", "2");
            });
    assertThat(reserve("r3", OFFICE.withChannel(Shop.APP), 90))
        .isInstanceOf(ReservationOutcome.Reserved.class);
  }

  @Test
  void what_is_released_counts_for_the_allotment_again_and_what_is_sold_does_not() {
    availability.allot(OFFICE, Shop.WEB, MUG_RED, Quantity.of(6));
    reserve("r1", OFFICE, 4);
    reserve("r2", OFFICE, 2);

    inventory.release(OFFICE, ReservationId.of("r1"));
    inventory.confirm(OFFICE, ReservationId.of("r2"));
    inventory.ship(OFFICE, ReservationId.of("r2"));

    assertThat(availability.allotment(OFFICE, Shop.WEB, MUG_RED))
        .contains(
            new Allotment(
                Shop.WEB,
                MUG_RED,
                Optional.of(Quantity.of(6)),
                Quantity.of(2),
                Optional.of(Quantity.of(4))));
  }

  @Test
  void an_allotment_can_be_raised_lowered_and_ended_whatever_was_taken() {
    availability.allot(OFFICE, Shop.WEB, MUG_RED, Quantity.of(6));
    reserve("r1", OFFICE, 5);

    availability.allot(OFFICE, Shop.WEB, MUG_RED, Quantity.of(8));
    assertThat(left(ADA)).isEqualTo(Quantity.of(3));
    availability.allot(OFFICE, Shop.WEB, MUG_RED, Quantity.of(2));
    assertThat(left(ADA)).isEqualTo(Quantity.ZERO);
    assertThat(reserve("r2", OFFICE, 1)).isInstanceOf(ReservationOutcome.Refused.class);
    availability.allotFreely(OFFICE, Shop.WEB, MUG_RED);

    assertThat(left(ADA)).isEqualTo(Quantity.of(105));
    assertThat(availability.allotment(OFFICE, Shop.WEB, MUG_RED).orElseThrow().max()).isEmpty();
    assertThat(availability.allotment(OFFICE, Shop.APP, MUG_RED)).isEmpty();
  }

  @Test
  void the_last_ones_on_the_shelf_of_a_store_are_for_who_walks_in() {
    availability.protect(OFFICE, LON, MUG_RED, Quantity.of(3));

    assertThat(inventory.availableByLocation(ADA, MUG_RED)).containsEntry(LON, Quantity.of(7));
    assertThat(inventory.availableByLocation(Shop.clerk(), MUG_RED))
        .containsEntry(LON, Quantity.of(10));
    assertThat(reserve("r1", OFFICE, LON, 8)).isInstanceOf(ReservationOutcome.Refused.class);
    assertThat(reserve("r2", OFFICE, LON, 7)).isInstanceOf(ReservationOutcome.Reserved.class);
    assertThat(reserve("r3", OFFICE.withChannel(Shop.STORE), LON, 3))
        .isInstanceOf(ReservationOutcome.Reserved.class);
  }

  @Test
  void a_store_protects_all_of_its_shelves_and_some_otherwise() {
    availability.protect(OFFICE, LON, Quantity.of(4));
    availability.protect(OFFICE, LON, Shop.BOOK, Quantity.ZERO);

    assertThat(inventory.availableByLocation(ADA, MUG_RED)).containsEntry(LON, Quantity.of(6));
    assertThat(inventory.availableByLocation(ADA, Shop.BOOK)).containsEntry(LON, Quantity.of(10));
    assertThatThrownBy(() -> availability.protect(OFFICE, DC, MUG_RED, Quantity.ONE))
        .hasFieldOrPropertyWithValue("code", AvailabilityService.NOT_A_STORE);
  }

  @Test
  void of_safety_stock_and_protection_the_higher_counts() {
    availability.protect(OFFICE, LON, MUG_RED, Quantity.of(3));
    inventory.keepBack(OFFICE, LON, MUG_RED, Quantity.of(5));

    assertThat(inventory.availableByLocation(ADA, MUG_RED)).containsEntry(LON, Quantity.of(5));
    inventory.keepBack(OFFICE, LON, MUG_RED, Quantity.of(1));
    assertThat(inventory.availableByLocation(ADA, MUG_RED)).containsEntry(LON, Quantity.of(7));
  }

  @Test
  void L46_what_a_cart_is_shown_can_be_reserved_and_not_one_more() {
    availability.allot(OFFICE, Shop.WEB, MUG_RED, Quantity.of(6));
    availability.protect(OFFICE, LON, Quantity.of(9));
    CartId cart = carts.open(ADA, Shop.GBP);
    carts.add(ADA, cart, MUG_RED, Quantity.of(6));

    assertThat(carts.view(ADA, cart).available()).containsEntry(MUG_RED, Quantity.of(6));
    assertThat(carts.view(ADA, cart).problems())
        .extracting(Refusal::code)
        .doesNotContain(InventoryService.OUT_OF_STOCK);
    assertThat(carts.reserve(ADA, cart, LIFE)).isInstanceOf(ReservationOutcome.Reserved.class);
    assertThat(carts.view(ADA, cart).available()).containsEntry(MUG_RED, Quantity.of(6));
    carts.add(ADA, cart, MUG_RED, Quantity.of(1));
    assertThat(carts.view(ADA, cart).problems())
        .extracting(Refusal::code)
        .contains(InventoryService.OUT_OF_STOCK);
    assertThat(carts.reserve(ADA, cart, LIFE)).isInstanceOf(ReservationOutcome.Refused.class);
  }

  @Test
  void a_reservation_is_the_same_whatever_its_terms_have_become() {
    ReservationOutcome first = reserve("r1", OFFICE, LON, 4);
    availability.protect(OFFICE, LON, MUG_RED, Quantity.of(9));
    availability.allot(OFFICE, Shop.WEB, MUG_RED, Quantity.of(1));

    assertThat(reserve("r1", OFFICE, LON, 4)).isEqualTo(first);
  }

  @Test
  void abuse_64_what_is_not_known_is_refused_by_name() {
    assertThatThrownBy(() -> availability.allot(OFFICE, Shop.WEB, Sku.of("NOPE"), Quantity.ONE))
        .hasMessageContaining("NOPE");
    assertThatThrownBy(
            () -> availability.allot(OFFICE, ChannelId.of("nowhere"), MUG_RED, Quantity.ONE))
        .hasFieldOrPropertyWithValue("code", ChannelService.UNKNOWN_CHANNEL);
    assertThatThrownBy(() -> availability.allot(ADA, Shop.WEB, MUG_RED, Quantity.ONE))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void goods_move_between_buckets_with_their_reason_and_are_counted_once() {
    inventory.move(
        OFFICE,
        IdempotencyKey.of("m1"),
        LON,
        List.of(SkuQuantity.of(MUG_RED, Quantity.of(3))),
        StockBucket.SELLABLE,
        StockBucket.DAMAGED,
        StockReason.DAMAGED);
    inventory.move(
        OFFICE,
        IdempotencyKey.of("m2"),
        LON,
        List.of(SkuQuantity.of(MUG_RED, Quantity.of(2))),
        StockBucket.DAMAGED,
        StockBucket.SELLABLE,
        StockReason.REPAIRED);

    StockLevel level = level();
    assertThat(level.onHand()).isEqualTo(Quantity.of(9));
    assertThat(level.damaged()).isEqualTo(Quantity.ONE);
    assertThatThrownBy(
            () ->
                inventory.move(
                    OFFICE,
                    IdempotencyKey.of("m3"),
                    LON,
                    List.of(SkuQuantity.of(MUG_RED, Quantity.of(2))),
                    StockBucket.DAMAGED,
                    StockBucket.SCRAPPED,
                    StockReason.DAMAGED))
        .hasMessageContaining("Only 1 of MUG-RED are damaged at LON");
    assertThat(shop.told()).contains("inventory.stock_moved");
  }

  @Test
  void abuse_63_what_breaks_while_it_is_spoken_for_leaves_the_shelf_oversold_and_says_so() {
    reserve("r1", OFFICE, LON, 9);

    inventory.move(
        OFFICE,
        IdempotencyKey.of("m1"),
        LON,
        List.of(SkuQuantity.of(MUG_RED, Quantity.of(3))),
        StockBucket.SELLABLE,
        StockBucket.QUARANTINE,
        StockReason.INSPECTION);
    inventory.adjust(
        OFFICE,
        IdempotencyKey.of("c1"),
        LON,
        List.of(StockAdjustment.gone(MUG_RED, Quantity.ONE)),
        StockReason.THEFT);

    StockLevel level = level();
    assertThat(level.onHand()).isEqualTo(Quantity.of(6));
    assertThat(level.reserved()).isEqualTo(Quantity.of(9));
    assertThat(level.quarantined()).isEqualTo(Quantity.of(3));
    assertThat(level.oversold()).isEqualTo(Quantity.of(3));
    assertThat(shop.told()).filteredOn("inventory.oversold"::equals).hasSize(2);
  }

  private StockLevel level() {
    return inventory.levels(OFFICE, LON, List.of(MUG_RED)).get(MUG_RED);
  }

  private Quantity left(CallContext context) {
    return inventory.availableToSell(context, List.of(MUG_RED)).get(MUG_RED);
  }

  private ReservationOutcome reserve(String id, CallContext context, long quantity) {
    return reserve(id, context, DC, quantity);
  }

  private ReservationOutcome reserve(
      String id, CallContext context, LocationId from, long quantity) {
    return inventory.reserve(
        context,
        ReservationId.of(id),
        List.of(StockDemand.of(MUG_RED, from, Quantity.of(quantity))),
        LIFE);
  }

  private static List<Refusal> reasons(ReservationOutcome outcome) {
    return outcome.fold(reserved -> List.of(), ReservationOutcome.Refused::reasons);
  }
}
