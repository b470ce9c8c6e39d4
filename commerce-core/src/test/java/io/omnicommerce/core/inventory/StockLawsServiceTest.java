package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.ReservationOutcome.Refused;
import io.omnicommerce.inventory.ReservationOutcome.Reserved;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockBucket;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.inventory.TransferArrival;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.inventory.TransferService;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What holds of stock after anything. The shop has 10 of each in a store and 100 in a warehouse.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockLawsServiceTest {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE);
  private static final List<Sku> SKUS = List.of(MUG_RED, BOOK);
  private static final List<LocationId> PLACES = List.of(LON, DC);
  private static final int STEPS = 120;

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final AvailabilityService availability = shop.availability();
  private final TransferService transfers = new CoreTransferService(shop.storage());

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void L36_after_anything_each_shelf_adds_up_and_nothing_comes_or_goes_unseen() {
    Random chance = new Random(36);
    for (int step = 0; step < STEPS; step++) {
      attempt(chance, step);
      if (step % 10 == 0) {
        SKUS.forEach(this::assertAddsUp);
      }
    }

    SKUS.forEach(this::assertAddsUp);
  }

  @Test
  void L39_what_lies_on_a_shelf_is_the_sum_of_its_movements_since_the_opening() {
    Random chance = new Random(39);
    for (int step = 0; step < STEPS; step++) {
      attempt(chance, step);
    }

    for (Sku sku : SKUS) {
      for (LocationId place : PLACES) {
        long sum = moved(StockAccounts.stock(sku, place));
        assertThat(Quantity.of(sum)).isEqualTo(level(sku, place).onHand());
      }
    }
  }

  @Test
  void L38_of_many_buyers_exactly_as_many_get_one_as_there_are_and_the_others_hear_sold_out()
      throws Exception {
    int buyers = 250;
    List<ReservationOutcome> outcomes = new ArrayList<>();

    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<ReservationOutcome>> calls = new ArrayList<>();
      for (int i = 0; i < buyers; i++) {
        String id = "buyer-" + i;
        calls.add(() -> reserve(id, MUG_RED, DC, 1));
      }
      for (Future<ReservationOutcome> outcome : threads.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(outcomes).filteredOn(Reserved.class::isInstance).hasSize(100);
    assertThat(outcomes)
        .filteredOn(Refused.class::isInstance)
        .hasSize(150)
        .flatExtracting(outcome -> ((Refused) outcome).reasons())
        .extracting(reason -> ((Refusal) reason).code())
        .containsOnly(InventoryService.OUT_OF_STOCK);
    assertThat(level(MUG_RED, DC).available()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void L46_what_is_said_to_be_available_is_granted_and_not_one_more() {
    Random chance = new Random(46);
    for (int round = 0; round < 40; round++) {
      setTerms(chance);
      LocationId place = PLACES.get(chance.nextInt(2));
      Quantity said =
          inventory.availableByLocation(OFFICE, MUG_RED).getOrDefault(place, Quantity.ZERO);
      String id = "round-" + round;

      assertThat(reserve(id + "-more", MUG_RED, place, said.toUnits(0) + 1))
          .isInstanceOf(Refused.class);
      if (!said.isZero()) {
        assertThat(reserve(id, MUG_RED, place, said.toUnits(0))).isInstanceOf(Reserved.class);
        inventory.release(OFFICE, ReservationId.of(id));
      }
      reserve(id + "-some", MUG_RED, place, 1 + chance.nextInt(3));
    }
  }

  private void setTerms(Random chance) {
    switch (chance.nextInt(4)) {
      case 0 -> availability.allot(OFFICE, Shop.WEB, MUG_RED, Quantity.of(chance.nextInt(60)));
      case 1 -> availability.protect(OFFICE, LON, MUG_RED, Quantity.of(chance.nextInt(12)));
      case 2 -> inventory.keepBack(OFFICE, DC, MUG_RED, Quantity.of(chance.nextInt(60)));
      default -> availability.allotFreely(OFFICE, Shop.WEB, MUG_RED);
    }
  }

  /** Something that people do; what is refused has changed nothing. */
  private void attempt(Random chance, int step) {
    try {
      something(chance, "s" + step);
    } catch (CommerceException refused) {
      assertThat(refused.isRetryable()).isFalse();
    }
  }

  private void something(Random chance, String key) {
    Sku sku = SKUS.get(chance.nextInt(2));
    LocationId place = PLACES.get(chance.nextInt(2));
    Quantity quantity = Quantity.of(1 + chance.nextInt(6));
    List<SkuQuantity> lines = List.of(SkuQuantity.of(sku, quantity));
    ReservationId some = ReservationId.of("s" + chance.nextInt(STEPS));
    IdempotencyKey name = IdempotencyKey.of(key);
    switch (chance.nextInt(11)) {
      case 0 -> inventory.receive(OFFICE, name, place, lines);
      case 1, 2 -> reserve(key, sku, place, quantity.toUnits(0));
      case 3 -> inventory.confirm(OFFICE, some);
      case 4 -> inventory.ship(OFFICE, some);
      case 5 -> inventory.release(OFFICE, some);
      case 6 -> inventory.count(OFFICE, name, place, lines, StockReason.COUNTED);
      case 7 -> move(name, place, lines, StockBucket.SELLABLE, StockBucket.QUARANTINE);
      case 8 -> move(name, place, lines, StockBucket.QUARANTINE, StockBucket.SCRAPPED);
      case 9 ->
          inventory.adjust(
              OFFICE,
              name,
              place,
              List.of(StockAdjustment.found(sku, quantity)),
              StockReason.FOUND);
      default -> send(key, place, lines, chance.nextBoolean());
    }
  }

  private void move(
      IdempotencyKey name,
      LocationId place,
      List<SkuQuantity> lines,
      StockBucket from,
      StockBucket to) {
    inventory.move(OFFICE, name, place, lines, from, to, StockReason.INSPECTION);
  }

  private void send(String key, LocationId from, List<SkuQuantity> lines, boolean arrives) {
    TransferId id = TransferId.of(key);
    transfers.plan(OFFICE, id, from, from.equals(LON) ? DC : LON, lines);
    transfers.ship(OFFICE, id);
    if (arrives) {
      TransferArrival one = TransferArrival.good(lines.get(0).sku(), Quantity.ONE);
      transfers.receive(OFFICE, IdempotencyKey.of(key), id, List.of(one));
    }
  }

  /**
   * Available = on hand − reserved − allocated − safety; all that lies anywhere came and stayed.
   */
  private void assertAddsUp(Sku sku) {
    long lies = 0;
    for (LocationId place : PLACES) {
      StockLevel level = level(sku, place);
      long available = level.available().toUnits(0) - level.oversold().toUnits(0);
      long spoken = level.reserved().toUnits(0) + level.allocated().toUnits(0);
      assertThat(available)
          .isEqualTo(level.onHand().toUnits(0) - spoken - level.safety().toUnits(0));
      lies +=
          level.onHand().toUnits(0) + level.quarantined().toUnits(0) + level.damaged().toUnits(0);
    }
    long came =
        moved(StockAccounts.RECEIVED, sku)
            + moved(StockAccounts.SHIPPED, sku)
            + moved(StockAccounts.SHRINKAGE, sku)
            + moved(StockAccounts.SCRAPPED, sku);
    assertThat(lies + inTransit(sku)).isEqualTo(-came);
  }

  private long inTransit(Sku sku) {
    return PLACES.stream()
        .flatMap(place -> transfers.expectedAt(OFFICE, place).stream())
        .flatMap(transfer -> transfer.lines().stream())
        .filter(line -> line.sku().equals(sku))
        .mapToLong(line -> line.inTransit().toUnits(0))
        .sum();
  }

  /** What has gone out to the outside world of a SKU, less what has come. */
  private long moved(AccountId outside, Sku sku) {
    return entries(outside).stream()
        .mapToLong(
            entry ->
                isOf(entry.from(), sku)
                    ? entry.amount()
                    : isOf(entry.to(), sku) ? -entry.amount() : 0)
        .sum();
  }

  private static boolean isOf(AccountId account, Sku sku) {
    return !account.isContra() && account.item().equals(sku.value());
  }

  private long moved(AccountId shelf) {
    return entries(shelf).stream()
        .mapToLong(entry -> entry.to().equals(shelf) ? entry.amount() : -entry.amount())
        .sum();
  }

  private List<Entry> entries(AccountId account) {
    return shop.storage()
        .inTransaction(
            OFFICE,
            session ->
                session
                    .ledger()
                    .entries(account, PageRequest.first(PageRequest.LIMIT_MAX))
                    .items());
  }

  private StockLevel level(Sku sku, LocationId place) {
    return inventory.levels(OFFICE, place, List.of(sku)).get(sku);
  }

  private ReservationOutcome reserve(String id, Sku sku, LocationId place, long quantity) {
    return inventory.reserve(
        OFFICE,
        ReservationId.of(id),
        List.of(StockDemand.of(sku, place, Quantity.of(quantity))),
        Duration.ofDays(1));
  }
}
