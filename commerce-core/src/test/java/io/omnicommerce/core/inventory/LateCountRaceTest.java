package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Crowd.atOnce;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.FeedId;
import io.omnicommerce.inventory.FeedMessage;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockFeedService;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A late count comes in, again and again, while goods are stolen. The warehouse has 100. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LateCountRaceTest {

  private static final CallContext OFFICE = Shop.staff(InventoryService.MANAGE);
  private static final int THIEVES = 4;
  private static final int THEFTS = 8;
  private static final int COUNTS = 12;

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final StockFeedService feeds = new CoreStockFeedService(shop.storage(), inventory);
  private final AtomicLong numbers = new AtomicLong();
  private final Instant counted = shop.clock().instant().plusSeconds(30);

  @Test
  void what_leaves_while_a_late_count_is_booked_stays_gone() throws Exception {
    shop.clock().advance(Duration.ofMinutes(1));
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < THIEVES; i++) {
      all.add(() -> repeat(THEFTS, this::steal));
    }
    all.add(() -> repeat(COUNTS, this::count));
    all.add(() -> repeat(COUNTS, this::count));

    atOnce(all);

    assertThat(inventory.levels(OFFICE, DC, List.of(MUG_RED)).get(MUG_RED).onHand())
        .isEqualTo(Quantity.of(100 - THIEVES * THEFTS));
    assertThat(shop.storage().maintenance().audit(List.of())).isEmpty();
  }

  private void steal(long number) {
    inventory.adjust(
        OFFICE,
        IdempotencyKey.of("theft-" + number),
        DC,
        List.of(StockAdjustment.gone(MUG_RED, Quantity.ONE)),
        StockReason.THEFT);
  }

  private void count(long number) {
    SkuQuantity there = SkuQuantity.of(MUG_RED, Quantity.of(100));
    feeds.apply(OFFICE, FeedMessage.counts(FeedId.of("wms"), DC, number, counted, List.of(there)));
  }

  private interface Work {
    void of(long number);
  }

  private int repeat(int times, Work work) {
    for (int i = 0; i < times; i++) {
      whateverOthersDo(work, numbers.incrementAndGet());
    }
    return times;
  }

  /** As a caller does who is told to repeat the call. */
  private static void whateverOthersDo(Work work, long number) {
    while (true) {
      try {
        work.of(number);
        return;
      } catch (StorageException failed) {
        if (!failed.isRetryable()) {
          throw failed;
        }
      }
    }
  }
}
