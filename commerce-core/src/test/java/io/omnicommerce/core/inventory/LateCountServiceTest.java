package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.FeedId;
import io.omnicommerce.inventory.FeedMessage;
import io.omnicommerce.inventory.FeedPolicy;
import io.omnicommerce.inventory.FeedResult;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockBucket;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockFeedService;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.inventory.StockStatement;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.inventory.TransferService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a feed's message is worth that comes late, early, or half. The store has 10 of each. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LateCountServiceTest {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE);
  private static final FeedId WMS = FeedId.of("wms");
  private static final Sku UNKNOWN = Sku.of("NOPE");

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final StockFeedService feeds = new CoreStockFeedService(shop.storage(), inventory);
  private final TransferService transfers = new CoreTransferService(shop.storage());
  private final Instant counted = shop.clock().instant().plusSeconds(30);

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void what_has_left_after_a_count_is_not_put_back_by_it() {
    pass(1);
    sell("r1", 2);
    pass(4);

    assertThat(count(1, counted, 10).counted()).containsExactly(MUG_RED);

    assertThat(onHand()).isEqualTo(Quantity.of(8));
  }

  @Test
  void what_has_come_was_stolen_or_laid_aside_after_a_count_stands() {
    pass(1);
    inventory.receive(OFFICE, key("in"), LON, List.of(mugs(5)));
    inventory.adjust(
        OFFICE,
        key("theft"),
        LON,
        List.of(StockAdjustment.gone(MUG_RED, Quantity.of(4))),
        StockReason.THEFT);
    inventory.move(
        OFFICE,
        key("broken"),
        LON,
        List.of(mugs(1)),
        StockBucket.SELLABLE,
        StockBucket.DAMAGED,
        StockReason.DAMAGED);
    pass(4);

    count(1, counted, 10);

    assertThat(onHand()).isEqualTo(Quantity.of(10));
    count(2, counted.plusSeconds(1), 9);
    assertThat(onHand()).as("9 then, and what we booked").isEqualTo(Quantity.of(9));
  }

  @Test
  void what_was_transferred_after_a_count_stands() {
    pass(1);
    transfers.plan(OFFICE, TransferId.of("T1"), LON, DC, List.of(mugs(3)));
    transfers.ship(OFFICE, TransferId.of("T1"));

    count(1, counted, 12);

    assertThat(onHand()).isEqualTo(Quantity.of(9));
  }

  @Test
  void what_was_booked_before_a_count_is_in_it() {
    sell("r1", 2);
    pass(1);

    count(1, counted, 9);

    assertThat(onHand()).isEqualTo(Quantity.of(9));
  }

  @Test
  void our_own_bookings_and_their_own_sales_after_a_count_are_both_taken_off() {
    pass(1);
    sell("r1", 2);
    feeds.apply(OFFICE, sale("s1", counted.plusSeconds(5), 3));
    count(1, counted, 10);

    assertThat(onHand()).isEqualTo(Quantity.of(5));
    count(2, shop.clock().instant(), 5);
    assertThat(onHand()).as("a later count knows of both").isEqualTo(Quantity.of(5));
  }

  @Test
  void a_shelf_that_we_have_counted_since_stays_as_it_is() {
    pass(1);
    inventory.count(OFFICE, key("stocktake"), LON, List.of(mugs(7)), StockReason.COUNTED);

    assertThat(count(1, counted, 10).overtaken()).containsExactly(MUG_RED);

    assertThat(onHand()).isEqualTo(Quantity.of(7));
    assertThat(count(2, shop.clock().instant(), 6).counted()).containsExactly(MUG_RED);
    assertThat(onHand()).isEqualTo(Quantity.of(6));
  }

  @Test
  void a_count_from_before_the_journal_was_archived_is_told_and_not_booked() {
    pass(1);
    sell("r1", 2);
    pass(1);
    shop.storage().maintenance().archiveEntries(shop.clock().instant());

    assertThat(codes(count(1, counted, 10)))
        .containsExactly(StockFeedService.COUNT_TOO_OLD.value());

    assertThat(onHand()).isEqualTo(Quantity.of(8));
    assertThat(count(1, shop.clock().instant(), 7).counted()).containsExactly(MUG_RED);
    assertThat(onHand()).isEqualTo(Quantity.of(7));
  }

  @Test
  void what_is_told_of_the_future_is_refused_and_changes_nothing() {
    believe(WMS);
    Instant ahead = shop.clock().instant().plus(Duration.ofDays(400));

    assertThatThrownBy(() -> count(1, ahead, 5))
        .isInstanceOf(InvalidInputException.class)
        .hasFieldOrPropertyWithValue("code", StockFeedService.CLOCK_AHEAD)
        .hasMessageContaining("5 minutes ahead");
    assertThatThrownBy(() -> feeds.apply(OFFICE, sale("s1", ahead, 1)))
        .hasFieldOrPropertyWithValue("code", StockFeedService.CLOCK_AHEAD);

    assertThat(onHand()).isEqualTo(Quantity.of(10));
    assertThat(statement().asOf()).isEmpty();
    count(1, shop.clock().instant(), 4);
    assertThat(statement().asOf()).contains(shop.clock().instant());
  }

  @Test
  void a_clock_that_is_a_little_ahead_makes_no_news_newer_than_now() {
    believe(WMS);
    Instant now = shop.clock().instant();

    count(1, now.plus(StockFeedService.CLOCK_SKEW_MAX), 5);

    assertThat(onHand()).isEqualTo(Quantity.of(5));
    assertThat(statement().asOf()).contains(now);
    pass(1);
    count(2, shop.clock().instant(), 4);
    assertThat(statement().asOf()).contains(shop.clock().instant());
  }

  @Test
  void an_unknown_sku_is_told_and_keeps_nothing_else_from_being_booked() {
    FeedMessage message =
        new FeedMessage(
            WMS,
            LON,
            1,
            counted,
            List.of(SkuQuantity.of(UNKNOWN, Quantity.ONE), mugs(7)),
            List.of(
                new FeedMessage.Sale(
                    "s1", SkuQuantity.of(UNKNOWN, Quantity.ONE), counted.plusSeconds(1)),
                new FeedMessage.Sale("s2", mugs(1), counted.plusSeconds(1))));

    FeedResult result = feeds.apply(OFFICE, message);

    assertThat(codes(result))
        .containsExactly(CatalogService.UNKNOWN_SKU.value(), CatalogService.UNKNOWN_SKU.value());
    assertThat(result.refused().get(0).message()).contains("NOPE");
    assertThat(result.counted()).containsExactly(MUG_RED);
    assertThat(result.sold()).containsExactly("s2");
    assertThat(onHand()).isEqualTo(Quantity.of(6));
    FeedResult again = feeds.apply(OFFICE, message);
    assertThat(codes(again)).hasSize(2);
    assertThat(again.overtaken()).containsExactly(MUG_RED);
    assertThat(onHand()).isEqualTo(Quantity.of(6));
  }

  @Test
  void a_location_is_counted_by_its_own_feed_and_no_other() {
    believe(FeedId.of("till"));

    assertThatThrownBy(() -> count(1, shop.clock().instant(), 3))
        .hasFieldOrPropertyWithValue("code", StockFeedService.OTHER_FEED)
        .hasMessageContaining("till");

    assertThat(onHand()).isEqualTo(Quantity.of(10));
    believe(WMS);
    assertThat(count(1, shop.clock().instant(), 3).counted()).containsExactly(MUG_RED);
  }

  @Test
  void a_sale_has_its_name_once_and_with_it_its_goods() {
    Instant now = shop.clock().instant();
    feeds.apply(OFFICE, sale("s1", now, 2));

    assertThat(codes(feeds.apply(OFFICE, sale("s1", now, 3))))
        .containsExactly("idempotency.mismatch");
    assertThat(feeds.apply(OFFICE, sale("s1", now, 2)).known()).containsExactly("s1");

    assertThat(onHand()).isEqualTo(Quantity.of(8));
  }

  @Test
  void a_message_counts_a_sku_once_and_has_a_place_in_its_feed() {
    Instant now = shop.clock().instant();

    assertThatThrownBy(
            () ->
                feeds.apply(
                    OFFICE, FeedMessage.counts(WMS, LON, 1, now, List.of(mugs(3), mugs(4)))))
        .hasFieldOrPropertyWithValue("code", InvalidInputException.MALFORMED);
    assertThatThrownBy(() -> FeedMessage.counts(WMS, LON, -1, now, List.of(mugs(3))))
        .hasMessageContaining("sequence may not be below 0");

    assertThat(onHand()).isEqualTo(Quantity.of(10));
  }

  private void pass(long minutes) {
    shop.clock().advance(Duration.ofMinutes(minutes));
  }

  private void sell(String id, long quantity) {
    ReservationId sale = ReservationId.of(id);
    inventory.reserve(
        OFFICE,
        sale,
        List.of(StockDemand.of(MUG_RED, LON, Quantity.of(quantity))),
        Duration.ofHours(1));
    inventory.confirm(OFFICE, sale);
    inventory.ship(OFFICE, sale);
  }

  private void believe(FeedId feed) {
    Duration hour = Duration.ofHours(1);
    feeds.believe(
        OFFICE, FeedPolicy.of(feed, LON, hour.multipliedBy(4)).withBuffer(hour, hour, 1, 4));
  }

  private StockStatement statement() {
    return feeds.statements(ADA, MUG_RED).get(0);
  }

  private FeedResult count(long sequence, Instant at, long quantity) {
    return feeds.apply(OFFICE, FeedMessage.counts(WMS, LON, sequence, at, List.of(mugs(quantity))));
  }

  private static FeedMessage sale(String id, Instant at, long quantity) {
    return new FeedMessage(
        WMS, LON, 1, at, List.of(), List.of(new FeedMessage.Sale(id, mugs(quantity), at)));
  }

  private static List<String> codes(FeedResult result) {
    return result.refused().stream().map(Refusal::code).map(code -> code.value()).toList();
  }

  private static SkuQuantity mugs(long quantity) {
    return SkuQuantity.of(MUG_RED, Quantity.of(quantity));
  }

  private static IdempotencyKey key(String key) {
    return IdempotencyKey.of(key);
  }

  private Quantity onHand() {
    return inventory.levels(OFFICE, LON, List.of(MUG_RED)).get(MUG_RED).onHand();
  }
}
