package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.FeedId;
import io.omnicommerce.inventory.FeedPolicy;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SellableStock;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.inventory.SupplyPlan;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What one place cannot give, another does not lack. There are 10 in a store, 100 in a warehouse.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SellableServiceTest {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE);
  private static final Duration LIFE = Duration.ofHours(1);

  private Shop shop = Shop.open();
  private int keys;

  @Test
  void a_store_of_which_nothing_is_known_takes_nothing_from_the_warehouse() {
    stopSelling();

    assertCanBeHad(100);
    assertThat(sellable().missing()).isEqualTo(Quantity.ZERO);
    assertThat(availability().addable(ADA, MUG_RED, Quantity.ZERO, Quantity.ONE).refusal())
        .isEmpty();
  }

  @Test
  void what_is_kept_back_of_an_almost_empty_shelf_is_not_kept_back_elsewhere() {
    count(LON, 3);
    availability().protect(OFFICE, LON, MUG_RED, Quantity.of(8));
    assertCanBeHad(100);

    availability().protect(OFFICE, LON, MUG_RED, Quantity.ZERO);
    inventory().keepBack(OFFICE, LON, MUG_RED, Quantity.of(9));
    assertCanBeHad(100);
  }

  @Test
  void an_oversold_store_takes_nothing_from_the_warehouse() {
    reserve("r1", LON, 9);
    count(LON, 2);

    assertCanBeHad(100);
  }

  @Test
  void where_nothing_can_be_had_it_is_told_how_much_too_much_is_promised() {
    count(DC, 0);
    reserve("r1", LON, 9);
    count(LON, 2);

    assertThat(sellable().available()).isEqualTo(Quantity.ZERO);
    assertThat(sellable().missing()).isEqualTo(Quantity.of(7));
  }

  @Test
  void what_is_shown_is_what_can_be_had_whatever_is_kept_back_and_promised() {
    for (int seed = 0; seed < 12; seed++) {
      shop = Shop.open();
      Random random = new Random(seed);
      disturb(random, LON, 10);
      disturb(random, DC, 100);
      availability().protect(OFFICE, LON, MUG_RED, Quantity.of(random.nextInt(14)));
      if (random.nextBoolean()) {
        stopSelling();
      }

      Quantity shown = sellable().available();

      assertThat(ats()).as("seed %s", seed).isEqualTo(shown);
      if (!shown.isZero()) {
        assertThat(reserve(plan(shown), "all")).isInstanceOf(ReservationOutcome.Reserved.class);
        assertThat(sellable().available()).as("seed %s", seed).isEqualTo(Quantity.ZERO);
      }
      assertThat(plan(Quantity.ONE).isCovered()).as("seed %s", seed).isFalse();
    }
  }

  private void disturb(Random random, LocationId place, int most) {
    reserve("at-" + place, place, 1 + random.nextInt(most));
    count(place, random.nextInt(most + 5));
    inventory().keepBack(OFFICE, place, MUG_RED, Quantity.of(random.nextInt(most)));
  }

  private void assertCanBeHad(long quantity) {
    Quantity all = Quantity.of(quantity);
    assertThat(sellable().available()).isEqualTo(all);
    assertThat(ats()).isEqualTo(all);
    assertThat(plan(all).isCovered()).isTrue();
    assertThat(plan(all.plus(Quantity.ONE)).isCovered()).isFalse();
    CartId cart = shop.carts().open(ADA, Shop.GBP);
    shop.carts().add(ADA, cart, MUG_RED, all);
    assertThat(shop.carts().view(ADA, cart).problems()).isEmpty();
  }

  private void stopSelling() {
    new CoreStockFeedService(shop.storage(), inventory())
        .believe(OFFICE, FeedPolicy.of(FeedId.of("till"), LON, LIFE));
  }

  private void count(LocationId place, long quantity) {
    inventory()
        .count(
            OFFICE,
            IdempotencyKey.of("count-" + ++keys),
            place,
            List.of(SkuQuantity.of(MUG_RED, Quantity.of(quantity))),
            StockReason.COUNTED);
  }

  private void reserve(String id, LocationId place, long quantity) {
    ReservationId name = ReservationId.of(id);
    inventory()
        .reserve(
            OFFICE, name, List.of(StockDemand.of(MUG_RED, place, Quantity.of(quantity))), LIFE);
  }

  private ReservationOutcome reserve(SupplyPlan plan, String id) {
    return inventory().reserve(OFFICE, ReservationId.of(id), plan.demands(), LIFE);
  }

  private SupplyPlan plan(Quantity quantity) {
    return availability().plan(ADA, List.of(SkuQuantity.of(MUG_RED, quantity)));
  }

  private SellableStock sellable() {
    return availability().sellable(ADA, List.of(MUG_RED)).get(MUG_RED);
  }

  private Quantity ats() {
    return inventory().availableToSell(ADA, List.of(MUG_RED)).get(MUG_RED);
  }

  private InventoryService inventory() {
    return shop.inventory();
  }

  private AvailabilityService availability() {
    return shop.availability();
  }
}
