package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Location;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.GeoPoint;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.FeedId;
import io.omnicommerce.inventory.FeedMessage;
import io.omnicommerce.inventory.FeedPolicy;
import io.omnicommerce.inventory.FeedPolicy.WhenStale;
import io.omnicommerce.inventory.FeedResult;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockBucket;
import io.omnicommerce.inventory.StockCheck;
import io.omnicommerce.inventory.StockCheckId;
import io.omnicommerce.inventory.StockCheckService;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockDrift;
import io.omnicommerce.inventory.StockDrift.Explanation;
import io.omnicommerce.inventory.StockFeedService;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.inventory.StockStatement;
import io.omnicommerce.inventory.StockStatement.Certainty;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.inventory.TransferService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Stock that a till counts. The shop has 10 of each in the store and 100 in the warehouse. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockFeedServiceTest {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE, ChannelService.EDIT);
  private static final FeedId TILL = FeedId.of("till");

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final StockFeedService feeds = new CoreStockFeedService(shop.storage(), inventory);
  private final StockCheckService checks = new CoreStockCheckService(shop.storage());
  private final CartService carts = shop.carts();

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void F21_the_latest_count_counts_whatever_comes_when() {
    Instant now = shop.clock().instant();
    assertThat(count(2, now, 7).counted()).containsExactly(MUG_RED);

    assertThat(count(1, now.minusSeconds(60), 9).overtaken()).containsExactly(MUG_RED);
    assertThat(count(2, now, 7).overtaken()).containsExactly(MUG_RED);

    assertThat(level().onHand()).isEqualTo(Quantity.of(7));
  }

  @Test
  void F21_any_order_of_counts_and_sales_with_repeats_ends_in_the_same_figure() {
    Instant noon = shop.clock().instant();
    List<FeedMessage> messages = new ArrayList<>();
    messages.add(counted(1, noon, 8));
    messages.add(sold(2, "s1", noon.plusSeconds(10), 2));
    messages.add(counted(3, noon.plusSeconds(20), 6));
    messages.add(sold(4, "s2", noon.plusSeconds(30), 1));
    messages.add(sold(5, "s3", noon.plusSeconds(40), 1));
    messages.addAll(List.copyOf(messages));
    for (int seed = 0; seed < 12; seed++) {
      Shop other = Shop.open();
      StockFeedService its = new CoreStockFeedService(other.storage(), other.inventory());
      List<FeedMessage> mixed = new ArrayList<>(messages);
      Collections.shuffle(mixed, new Random(seed));

      mixed.forEach(message -> its.apply(OFFICE, message));

      assertThat(other.inventory().levels(OFFICE, LON, List.of(MUG_RED)).get(MUG_RED).onHand())
          .as("order %s", seed)
          .isEqualTo(Quantity.of(4));
    }
  }

  @Test
  void F9_what_others_have_sold_leaves_a_shelf_oversold_and_says_so() {
    reserve("r1", 9);

    FeedResult result =
        feeds.apply(OFFICE, sold(1, "s1", shop.clock().instant().plusSeconds(1), 3));

    assertThat(result.sold()).containsExactly("s1");
    assertThat(level().oversold()).isEqualTo(Quantity.of(2));
    assertThat(shop.told()).contains("inventory.oversold");
    assertThat(reserve("r2", 1)).isInstanceOf(ReservationOutcome.Refused.class);
  }

  @Test
  void F3_the_older_the_news_the_less_is_sold_and_the_less_is_said() {
    believe(WhenStale.SELL_WITH_BUFFER);
    assertThat(statement().certainty()).isEqualTo(Certainty.CALL_THE_STORE);
    count(1, shop.clock().instant(), 10);

    assertThat(statement().certainty()).isEqualTo(Certainty.EXACT);
    assertThat(statement().available()).isEqualTo(Quantity.of(10));
    shop.clock().advance(Duration.ofMinutes(35));
    assertThat(statement().certainty()).isEqualTo(Certainty.AT_LEAST);
    assertThat(statement().available()).as("two steps of 1").isEqualTo(Quantity.of(8));
    assertThat(reserve("r1", 9)).isInstanceOf(ReservationOutcome.Refused.class);
    assertThat(reserve("r2", 8)).isInstanceOf(ReservationOutcome.Reserved.class);
    inventory.release(OFFICE, ReservationId.of("r2"));
    shop.clock().advance(Duration.ofHours(5));
    assertThat(statement().certainty()).isEqualTo(Certainty.CALL_THE_STORE);
    assertThat(statement().available()).isEqualTo(Quantity.of(6));
    assertThat(statement().phone()).contains("+44 20 7946 0018");
    count(2, shop.clock().instant(), 5);
    assertThat(statement().certainty()).isEqualTo(Certainty.EXACT);
  }

  @Test
  void F8_of_a_place_of_which_nothing_is_known_nothing_is_sold_if_the_shop_says_so() {
    believe(WhenStale.STOP_SELLING);
    CartId cart = carts.open(ADA, Shop.GBP);
    carts.add(ADA, cart, MUG_RED, Quantity.of(105));

    assertThat(statement().available()).isEqualTo(Quantity.ZERO);
    assertThat(carts.view(ADA, cart).available()).containsEntry(MUG_RED, Quantity.of(100));
    assertThat(carts.view(ADA, cart).problems())
        .extracting(Refusal::code)
        .contains(InventoryService.OUT_OF_STOCK);
    assertThat(inventory.availableByLocation(Shop.clerk(), MUG_RED))
        .as("who stands in front of the shelf")
        .containsEntry(LON, Quantity.of(10));
  }

  @Test
  void J9_the_nearest_places_that_have_it_with_how_far_and_how_sure() {
    place(LON, "51.507351,-0.127758");
    place(DC, "52.486243,-1.890401");
    GeoPoint greenwich = GeoPoint.parse("51.482578,-0.007659");
    assertThat(feeds.nearest(ADA, MUG_RED, greenwich, 5))
        .as("where nobody comes is near to nobody")
        .extracting(StockStatement::location)
        .containsExactly(LON);
    Location depot = shop.channels().findLocation(OFFICE, DC).orElseThrow();
    shop.channels()
        .save(
            OFFICE,
            Location.store(DC, "Depot shop", depot.zone()).withPoint(depot.point().orElseThrow()));

    List<StockStatement> near = feeds.nearest(ADA, MUG_RED, greenwich, 5);

    assertThat(near).extracting(StockStatement::location).containsExactly(LON, DC);
    assertThat(near.get(0).meters().getAsLong()).isBetween(8_000L, 9_500L);
    assertThat(near.get(1).meters().getAsLong()).isBetween(165_000L, 175_000L);
    count(1, shop.clock().instant(), 0);
    assertThat(feeds.nearest(ADA, MUG_RED, greenwich, 5))
        .extracting(StockStatement::location)
        .containsExactly(DC);
    assertThatThrownBy(() -> feeds.nearest(ADA, MUG_RED, greenwich, 0))
        .hasMessageContaining("1 to 100");
  }

  @Test
  void J5_a_size_is_reserved_looked_for_laid_aside_and_bought_in_the_store() {
    StockCheckId id = StockCheckId.of("look-1");
    StockCheck asked = ask(id);

    assertThat(level().available()).isEqualTo(Quantity.of(9));
    assertThat(checks.open(OFFICE, LON)).containsExactly(asked);
    assertThat(ask(id)).isEqualTo(asked);
    StockCheck found = checks.found(OFFICE, id, Duration.ofHours(4));
    shop.clock().advance(Duration.ofHours(1));
    assertThat(checks.open(OFFICE, LON)).isEmpty();
    assertThat(level().available()).as("still aside").isEqualTo(Quantity.of(9));

    inventory.release(OFFICE, found.reservation());
    feeds.apply(OFFICE, sold(1, "till-1", shop.clock().instant(), 1));
    assertThat(level().onHand()).isEqualTo(Quantity.of(9));
    assertThat(level().available()).isEqualTo(Quantity.of(9));
  }

  @Test
  void F3_what_is_not_there_is_booked_as_lost_so_that_nobody_else_is_sent_for_it() {
    StockCheckId id = StockCheckId.of("look-1");
    ask(id);

    checks.notThere(OFFICE, id);
    checks.notThere(OFFICE, id);

    assertThat(level().onHand()).isEqualTo(Quantity.of(9));
    assertThat(level().available()).isEqualTo(Quantity.of(9));
    assertThatThrownBy(() -> checks.found(OFFICE, id, Duration.ofHours(1)))
        .hasFieldOrPropertyWithValue("code", StockCheckService.CHECK_ANSWERED);
    assertThatThrownBy(() -> checks.notThere(OFFICE, StockCheckId.of("look-9")))
        .hasFieldOrPropertyWithValue("code", StockCheckService.UNKNOWN_CHECK);
  }

  @Test
  void P15_drift_is_found_explained_and_mended_once() {
    reserve("r1", 3);
    inventory.confirm(OFFICE, ReservationId.of("r1"));

    StockDrift held = reconcile(7).get(0);
    assertThat(held.explanations())
        .containsExactly(Explanation.ALLOCATED_COUNTS_AS_GONE, Explanation.HELD_COUNTS_AS_GONE);
    assertThat(held.compensation()).isEmpty();
    List<StockDrift> drifts = reconcile(6);
    assertThat(drifts.get(0).explanations()).containsExactly(Explanation.UNKNOWN);
    assertThat(drifts.get(0).compensation())
        .contains(StockAdjustment.gone(MUG_RED, Quantity.of(4)));

    feeds.compensate(OFFICE, IdempotencyKey.of("mend-1"), drifts);
    feeds.compensate(OFFICE, IdempotencyKey.of("mend-1"), drifts);

    assertThat(level().onHand()).isEqualTo(Quantity.of(6));
    assertThat(reconcile(6)).isEmpty();
  }

  @Test
  void what_two_causes_explain_together_needs_no_mending() {
    TransferService transfers = new CoreTransferService(shop.storage());
    reserve("r1", 3);
    inventory.confirm(OFFICE, ReservationId.of("r1"));
    transfers.plan(OFFICE, TransferId.of("T1"), DC, LON, List.of(mugs(4)));
    transfers.ship(OFFICE, TransferId.of("T1"));

    StockDrift both = reconcile(11).get(0);

    assertThat(both.explanations())
        .containsExactly(Explanation.ALLOCATED_COUNTS_AS_GONE, Explanation.TRANSIT_COUNTS_AS_THERE);
    assertThat(both.together()).isTrue();
    assertThat(both.compensation()).isEmpty();
    assertThat(reconcile(14).get(0).explanations())
        .containsExactly(Explanation.TRANSIT_COUNTS_AS_THERE);
    assertThat(reconcile(14).get(0).together()).isFalse();
    assertThat(reconcile(12).get(0).explanations()).containsExactly(Explanation.UNKNOWN);
    assertThat(reconcile(12).get(0).compensation())
        .contains(StockAdjustment.found(MUG_RED, Quantity.of(2)));
  }

  @Test
  void what_is_reserved_on_its_way_and_apart_explains_a_difference_together() {
    TransferService transfers = new CoreTransferService(shop.storage());
    reserve("r1", 3);
    transfers.plan(OFFICE, TransferId.of("T1"), DC, LON, List.of(mugs(4)));
    transfers.ship(OFFICE, TransferId.of("T1"));
    inventory.move(
        OFFICE,
        IdempotencyKey.of("look"),
        LON,
        List.of(mugs(2)),
        StockBucket.SELLABLE,
        StockBucket.QUARANTINE,
        StockReason.INSPECTION);

    assertThat(reconcile(8 - 3 + 4 + 2).get(0).explanations())
        .containsExactly(
            Explanation.RESERVED_COUNTS_AS_GONE,
            Explanation.TRANSIT_COUNTS_AS_THERE,
            Explanation.APART_COUNTS_AS_THERE);
    assertThat(reconcile(8 + 4 + 2).get(0).explanations())
        .containsExactly(Explanation.TRANSIT_COUNTS_AS_THERE, Explanation.APART_COUNTS_AS_THERE);
  }

  @Test
  void F5_every_channel_hears_the_same_of_a_place_and_of_its_news() {
    believe(WhenStale.SELL_WITH_BUFFER);
    count(1, shop.clock().instant(), 10);
    shop.clock().advance(Duration.ofMinutes(35));

    assertThat(feeds.statements(Shop.ADA_IN_APP, MUG_RED))
        .isEqualTo(feeds.statements(ADA, MUG_RED));
  }

  private List<StockDrift> reconcile(long theirs) {
    return feeds.reconcile(OFFICE, LON, List.of(mugs(theirs)));
  }

  private StockCheck ask(StockCheckId id) {
    return checks.ask(ADA, id, LON, mugs(1), Duration.ofMinutes(30));
  }

  private void place(LocationId id, String point) {
    Location location = shop.channels().findLocation(OFFICE, id).orElseThrow();
    shop.channels().save(OFFICE, location.withPoint(GeoPoint.parse(point)));
  }

  private void believe(WhenStale whenStale) {
    feeds.believe(
        OFFICE,
        FeedPolicy.of(TILL, LON, Duration.ofHours(2))
            .withBuffer(Duration.ofMinutes(15), Duration.ofMinutes(10), 1, 4)
            .withWhenStale(whenStale));
  }

  private StockStatement statement() {
    return feeds.statements(ADA, MUG_RED).get(0);
  }

  private FeedResult count(long sequence, Instant at, long quantity) {
    return feeds.apply(OFFICE, counted(sequence, at, quantity));
  }

  private static FeedMessage counted(long sequence, Instant at, long quantity) {
    return FeedMessage.counts(TILL, LON, sequence, at, List.of(mugs(quantity)));
  }

  private static FeedMessage sold(long sequence, String id, Instant at, long quantity) {
    return new FeedMessage(
        TILL, LON, sequence, at, List.of(), List.of(new FeedMessage.Sale(id, mugs(quantity), at)));
  }

  private static SkuQuantity mugs(long quantity) {
    return SkuQuantity.of(MUG_RED, Quantity.of(quantity));
  }

  private ReservationOutcome reserve(String id, long quantity) {
    return inventory.reserve(
        OFFICE,
        ReservationId.of(id),
        List.of(StockDemand.of(MUG_RED, LON, Quantity.of(quantity))),
        Duration.ofDays(1));
  }

  private StockLevel level() {
    return inventory.levels(OFFICE, LON, List.of(MUG_RED)).get(MUG_RED);
  }
}
