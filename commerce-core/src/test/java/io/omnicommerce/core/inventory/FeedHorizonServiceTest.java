package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.FeedId;
import io.omnicommerce.inventory.FeedMessage;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockFeedService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A till that tells of its sales and is not counted for long. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeedHorizonServiceTest {

  private static final CallContext OFFICE = Shop.staff(InventoryService.MANAGE);
  private static final FeedId TILL = FeedId.of("till");
  private static final int SALES = FeedDocuments.SALES_MAX * 2;

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final StockFeedService feeds = new CoreStockFeedService(shop.storage(), inventory);
  private final Instant noon = shop.clock().instant();

  @Test
  void what_is_kept_of_sales_that_nobody_counts_does_not_grow_without_end() {
    shop.stock("more", LON, 1_000);
    shop.clock().advance(Duration.ofSeconds(SALES));
    sell();

    List<FeedDocuments.FedSale> kept = kept();
    assertThat(kept).hasSize(FeedDocuments.SALES_MAX);
    assertThat(kept.stream().mapToLong(FeedDocuments.FedSale::units).sum()).isEqualTo(SALES);
    assertThat(onHand()).isEqualTo(Quantity.of(1_010 - SALES));
  }

  @Test
  void a_late_count_is_less_by_what_was_sold_after_it_however_many_sales_there_were() {
    shop.stock("more", LON, 1_000);
    shop.clock().advance(Duration.ofSeconds(SALES));
    sell();

    count(SALES - 50, 700);

    assertThat(onHand()).as("50 were sold since").isEqualTo(Quantity.of(650));
    assertThat(kept()).hasSize(50);
  }

  @Test
  void a_count_is_the_count_however_far_it_is_from_what_was_known() {
    List<FeedMessage.Sale> sales = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      SkuQuantity most = SkuQuantity.of(MUG_RED, Quantity.of(Quantity.UNSCALED_MAX));
      sales.add(new FeedMessage.Sale("sale-" + i, most, noon));
    }
    feeds.apply(OFFICE, new FeedMessage(TILL, LON, 1, noon, List.of(), sales));
    shop.clock().advance(Duration.ofSeconds(10));

    count(10, 5);

    assertThat(onHand()).isEqualTo(Quantity.of(5));
  }

  /** One a second. */
  private void sell() {
    List<FeedMessage.Sale> sales = new ArrayList<>();
    for (int i = 1; i <= SALES; i++) {
      SkuQuantity one = SkuQuantity.of(MUG_RED, Quantity.ONE);
      sales.add(new FeedMessage.Sale("sale-" + i, one, noon.plusSeconds(i)));
    }
    feeds.apply(OFFICE, new FeedMessage(TILL, LON, 1, noon, List.of(), sales));
  }

  private void count(int second, long quantity) {
    feeds.apply(
        OFFICE,
        FeedMessage.counts(
            TILL,
            LON,
            2,
            noon.plusSeconds(second),
            List.of(SkuQuantity.of(MUG_RED, Quantity.of(quantity)))));
  }

  private List<FeedDocuments.FedSale> kept() {
    String id = FeedDocuments.shelf(TILL, LON, MUG_RED);
    return shop.storage()
        .inTransaction(
            OFFICE,
            session ->
                session.documents().find(FeedDocuments.SHELF, id).orElseThrow().value().sales());
  }

  private Quantity onHand() {
    return inventory.levels(OFFICE, LON, List.of(MUG_RED)).get(MUG_RED).onHand();
  }
}
