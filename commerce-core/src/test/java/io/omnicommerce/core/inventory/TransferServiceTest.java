package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.inventory.TransferArrival;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.inventory.TransferService;
import io.omnicommerce.inventory.TransferStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Goods between two locations. The shop has 10 of each in a store and 100 in a warehouse. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TransferServiceTest {

  private static final CallContext OFFICE = Shop.staff(InventoryService.MANAGE);
  private static final TransferId T1 = TransferId.of("T1");

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final TransferService transfers = new CoreTransferService(shop.storage());

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of(TransferDocuments.TYPE))).isEmpty();
  }

  @Test
  void L45_goods_on_their_way_are_counted_once_and_sold_nowhere() {
    plan(20);
    assertThat(level(DC).available()).isEqualTo(Quantity.of(80));
    assertThat(everywhere()).isEqualTo(Quantity.of(110));

    transfers.ship(OFFICE, T1);
    transfers.ship(OFFICE, T1);
    assertThat(level(DC).onHand()).isEqualTo(Quantity.of(80));
    assertThat(everywhere()).isEqualTo(Quantity.of(110));
    assertThat(inventory.availableToSell(ADA, List.of(MUG_RED)))
        .containsEntry(MUG_RED, Quantity.of(90));

    receive("r1", 15, 2, 0);
    assertThat(everywhere()).isEqualTo(Quantity.of(110));
    Transfer done = receive("r2", 2, 0, 1);
    assertThat(done.status()).isEqualTo(TransferStatus.RECEIVED);
    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(27));
    assertThat(level(LON).quarantined()).isEqualTo(Quantity.of(2));
    assertThat(everywhere()).as("one is lost").isEqualTo(Quantity.of(109));
  }

  @Test
  void no_more_arrives_than_is_on_its_way_and_each_arrival_counts_once() {
    plan(5);
    transfers.ship(OFFICE, T1);
    receive("r1", 3, 0, 0);
    receive("r1", 3, 0, 0);

    assertThatThrownBy(() -> receive("r2", 3, 0, 0))
        .hasFieldOrPropertyWithValue("code", TransferService.NOT_IN_TRANSIT);
    assertThatThrownBy(() -> receive("r1", 2, 0, 0))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThat(level(LON).onHand()).isEqualTo(Quantity.of(13));
    assertThat(transfers.expectedAt(OFFICE, LON)).extracting(Transfer::id).containsExactly(T1);
  }

  @Test
  void what_does_not_leave_can_be_sold_where_it_lies() {
    plan(5);

    transfers.ship(OFFICE, T1, List.of(SkuQuantity.of(MUG_RED, Quantity.of(3))));

    assertThat(level(DC).onHand()).isEqualTo(Quantity.of(97));
    assertThat(level(DC).available()).isEqualTo(Quantity.of(97));
    assertThatThrownBy(() -> transfers.cancel(OFFICE, T1))
        .hasFieldOrPropertyWithValue("code", TransferService.TRANSFER_STATE);
    assertThat(transfers.find(OFFICE, T1).orElseThrow().lines().get(0).inTransit())
        .isEqualTo(Quantity.of(3));
  }

  @Test
  void a_transfer_that_is_called_off_gives_its_goods_back_once() {
    plan(5);

    transfers.cancel(OFFICE, T1);
    transfers.cancel(OFFICE, T1);

    assertThat(level(DC).available()).isEqualTo(Quantity.of(100));
    assertThat(transfers.expectedAt(OFFICE, LON)).isEmpty();
    assertThatThrownBy(() -> transfers.ship(OFFICE, T1))
        .hasFieldOrPropertyWithValue("code", TransferService.TRANSFER_STATE);
  }

  @Test
  void a_transfer_takes_what_is_available_or_nothing_and_is_planned_once() {
    assertThatThrownBy(
            () ->
                transfers.plan(
                    OFFICE,
                    T1,
                    DC,
                    LON,
                    List.of(
                        SkuQuantity.of(MUG_RED, Quantity.of(5)),
                        SkuQuantity.of(BOOK, Quantity.of(101)))))
        .hasFieldOrPropertyWithValue("code", InventoryService.OUT_OF_STOCK);
    assertThat(level(DC).available()).isEqualTo(Quantity.of(100));

    assertThat(plan(5)).isEqualTo(plan(5));
    assertThatThrownBy(() -> plan(6)).isInstanceOf(IdempotencyMismatchException.class);
    assertThat(level(DC).available()).isEqualTo(Quantity.of(95));
    assertThatThrownBy(() -> transfers.ship(OFFICE, TransferId.of("T9")))
        .hasFieldOrPropertyWithValue("code", TransferService.UNKNOWN_TRANSFER);
    assertThat(shop.told()).filteredOn("inventory.transfer_changed"::equals).hasSize(1);
  }

  private Transfer plan(long mugs) {
    return transfers.plan(OFFICE, T1, DC, LON, List.of(SkuQuantity.of(MUG_RED, Quantity.of(mugs))));
  }

  private Transfer receive(String key, long good, long damaged, long lost) {
    return transfers.receive(
        OFFICE,
        IdempotencyKey.of(key),
        T1,
        List.of(
            new TransferArrival(
                MUG_RED, Quantity.of(good), Quantity.of(damaged), Quantity.of(lost))));
  }

  /** What lies anywhere, with what is on its way. */
  private Quantity everywhere() {
    Quantity onTheWay = transfers.find(OFFICE, T1).orElseThrow().lines().get(0).inTransit();
    return level(LON)
        .onHand()
        .plus(level(DC).onHand())
        .plus(level(LON).quarantined())
        .plus(onTheWay);
  }

  private StockLevel level(LocationId location) {
    return inventory.levels(OFFICE, location, List.of(MUG_RED)).get(MUG_RED);
  }
}
