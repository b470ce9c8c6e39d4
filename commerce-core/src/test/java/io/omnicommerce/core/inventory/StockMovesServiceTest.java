package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.BOB;
import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static io.omnicommerce.core.Shop.TEE_M;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Component;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockCheck;
import io.omnicommerce.inventory.StockCheckId;
import io.omnicommerce.inventory.StockCheckService;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.inventory.TransferService;
import io.omnicommerce.inventory.TransferStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is told of goods and is not so. The shop has 10 in a store and 100 in a warehouse. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockMovesServiceTest {

  private static final CallContext OFFICE = Shop.staff(InventoryService.MANAGE);
  private static final Sku SET = Sku.of("SET");
  private static final StockCheckId LOOK = StockCheckId.of("look-1");
  private static final TransferId T1 = TransferId.of("T1");

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final AvailabilityService availability = shop.availability();
  private final StockCheckService checks = new CoreStockCheckService(shop.storage());
  private final TransferService transfers = new CoreTransferService(shop.storage());

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of(Waiting.TYPE))).isEmpty();
  }

  @Test
  void of_a_bundle_that_is_not_there_its_parts_are_lost() {
    sellSet(Component.of(TEE_M, Quantity.of(2)), Component.of(BOOK, Quantity.ONE));
    ask(ADA, SET, 3);
    sellSet(Component.of(MUG_RED, Quantity.ONE));

    checks.notThere(OFFICE, LOOK);
    checks.notThere(OFFICE, LOOK);

    assertThat(onHand(TEE_M)).isEqualTo(Quantity.of(4));
    assertThat(onHand(BOOK)).isEqualTo(Quantity.of(7));
    assertThat(onHand(MUG_RED)).as("not in it when it was asked for").isEqualTo(Quantity.of(10));
  }

  @Test
  void of_a_bundle_that_is_not_there_too_late_its_parts_are_lost_as_well() {
    sellSet(Component.of(TEE_M, Quantity.of(2)));
    ask(ADA, SET, 3);
    shop.clock().advance(Duration.ofHours(1));

    checks.notThere(OFFICE, LOOK);

    assertThat(onHand(TEE_M)).isEqualTo(Quantity.of(4));
  }

  @Test
  void nobody_is_answered_by_a_check_that_somebody_else_has_asked_for() {
    StockCheck adas = ask(ADA, MUG_RED, 3);
    String before = shop.dump();

    assertThatThrownBy(() -> ask(BOB, MUG_RED, 3))
        .isInstanceOf(IdempotencyMismatchException.class)
        .hasMessage(messageOf(() -> ask(BOB, TEE_M, 1)));
    assertThatThrownBy(() -> ask(ADA, MUG_RED, 2)).isInstanceOf(IdempotencyMismatchException.class);
    assertThat(shop.dump()).isEqualTo(before);
    assertThat(ask(ADA, MUG_RED, 3)).isEqualTo(adas);
  }

  @Test
  void what_was_not_planned_for_a_transfer_cannot_leave_with_it_and_nothing_cannot_either() {
    transfers.plan(OFFICE, T1, DC, LON, goods(MUG_RED, 10));
    String before = shop.dump();

    assertThatThrownBy(() -> transfers.ship(OFFICE, T1, goods(TEE_M, 5)))
        .hasFieldOrPropertyWithValue("code", InventoryService.NOT_RESERVED);
    assertThatThrownBy(() -> transfers.ship(OFFICE, T1, goods(MUG_RED, 0)))
        .hasFieldOrPropertyWithValue("code", Quantity.INVALID);
    assertThat(shop.dump()).isEqualTo(before);
    assertThat(transfers.cancel(OFFICE, T1).status()).isEqualTo(TransferStatus.CANCELLED);
  }

  @Test
  void L46_a_delivery_names_each_of_its_goods_once() {
    Instant soon = Shop.START.plus(Duration.ofDays(5));
    Inbound twice =
        new Inbound(
            InboundId.of("PO-7"),
            LON,
            List.of(
                new Inbound.Line(MUG_RED, Quantity.of(2), soon),
                new Inbound.Line(MUG_RED, Quantity.of(3), soon.plusSeconds(60))));

    assertThatThrownBy(() -> availability.expect(OFFICE, twice))
        .hasFieldOrPropertyWithValue("code", InvalidInputException.MALFORMED);
    assertThat(availability.inbound(OFFICE, twice.id())).isEmpty();
  }

  private void sellSet(Component... components) {
    shop.sell(CatalogEntry.of(SET, "A set").withComponents(List.of(components)));
  }

  private StockCheck ask(CallContext context, Sku sku, long quantity) {
    SkuQuantity goods = SkuQuantity.of(sku, Quantity.of(quantity));
    return checks.ask(context, LOOK, LON, goods, Duration.ofMinutes(30));
  }

  private static String messageOf(Runnable call) {
    try {
      call.run();
      throw new AssertionError("was not refused");
    } catch (IdempotencyMismatchException refused) {
      return refused.getMessage();
    }
  }

  private static List<SkuQuantity> goods(Sku sku, long quantity) {
    return List.of(SkuQuantity.of(sku, Quantity.of(quantity)));
  }

  private Quantity onHand(Sku sku) {
    return inventory.levels(OFFICE, LON, List.of(sku)).get(sku).onHand();
  }
}
