package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static io.omnicommerce.core.Shop.SCREW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Component;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.SupplyPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Goods that are sold together. The shop has 10 of each in a store and 100 in a warehouse. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BundleServiceTest {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE, CatalogService.EDIT);
  private static final Sku SET = Sku.of("SET");
  private static final Sku BOX = Sku.of("BOX");

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final AvailabilityService availability = shop.availability();

  @BeforeEach
  void a_set_of_two_mugs_and_a_book() {
    shop.sell(bundle(SET, Component.of(MUG_RED, Quantity.of(2)), one(BOOK)));
  }

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void a_bundle_is_neither_backordered_nor_expected_nor_protected_but_its_components_are() {
    AvailabilityService terms = shop.availability();
    Inbound sets =
        new Inbound(
            InboundId.of("PO-7"),
            LON,
            List.of(new Inbound.Line(SET, Quantity.of(5), shop.clock().instant())));

    assertThatThrownBy(() -> terms.backorder(OFFICE, LON, SET, Quantity.of(50)))
        .hasFieldOrPropertyWithValue("code", CatalogService.INVALID_BUNDLE)
        .hasMessageContaining("components");
    assertThatThrownBy(() -> terms.backorderFreely(OFFICE, LON, SET))
        .hasFieldOrPropertyWithValue("code", CatalogService.INVALID_BUNDLE);
    assertThatThrownBy(() -> terms.protect(OFFICE, LON, SET, Quantity.of(5)))
        .hasFieldOrPropertyWithValue("code", CatalogService.INVALID_BUNDLE);
    assertThatThrownBy(() -> terms.expect(OFFICE, sets))
        .hasFieldOrPropertyWithValue("code", CatalogService.INVALID_BUNDLE);

    assertThat(terms.inbound(OFFICE, InboundId.of("PO-7"))).isEmpty();
    terms.backorder(OFFICE, LON, MUG_RED, Quantity.of(50));
  }

  @Test
  void a_bundle_can_be_had_as_often_as_all_of_its_parts_lie_together() {
    assertThat(left(SET)).isEqualTo(Quantity.of(55));
    assertThat(inventory.availableByLocation(ADA, SET))
        .containsEntry(LON, Quantity.of(5))
        .containsEntry(DC, Quantity.of(50));
    shop.sell(bundle(BOX, one(SET), Component.of(SCREW, Quantity.of(3))));

    assertThat(left(BOX)).isEqualTo(Quantity.of(3 + 33));
  }

  @Test
  void L43_reserving_a_bundle_takes_each_part_by_its_factor_or_none() {
    assertThat(reserve("r1", SET, 4)).isInstanceOf(ReservationOutcome.Reserved.class);

    assertThat(level(MUG_RED).reserved()).isEqualTo(Quantity.of(8));
    assertThat(level(BOOK).reserved()).isEqualTo(Quantity.of(4));
    assertThat(reserve("r2", BOOK, 6)).isInstanceOf(ReservationOutcome.Reserved.class);
    assertThat(reserve("r3", SET, 1)).isInstanceOf(ReservationOutcome.Refused.class);
    assertThat(level(MUG_RED).reserved()).isEqualTo(Quantity.of(8));
    inventory.release(OFFICE, ReservationId.of("r1"));
    assertThat(level(MUG_RED).available()).isEqualTo(Quantity.of(10));
    assertThat(level(BOOK).available()).isEqualTo(Quantity.of(4));
  }

  @Test
  void P14_lines_that_share_a_part_never_oversell_it() {
    SupplyPlan plan =
        availability.plan(
            OFFICE,
            List.of(
                SkuQuantity.of(SET, Quantity.of(50)),
                SkuQuantity.of(MUG_RED, Quantity.of(10)),
                SkuQuantity.of(SET, Quantity.of(1))));

    assertThat(plan.lines().get(0).refusal()).isEmpty();
    assertThat(plan.lines().get(1).refusal()).isEmpty();
    assertThat(plan.lines().get(2).shortage()).isEqualTo(Quantity.ONE);
    assertThat(
            inventory.reserve(
                OFFICE,
                ReservationId.of("r1"),
                List.of(
                    StockDemand.of(SET, LON, Quantity.of(4)),
                    StockDemand.of(MUG_RED, LON, Quantity.of(3))),
                Duration.ofMinutes(5)))
        .isInstanceOf(ReservationOutcome.Refused.class);
    assertThat(level(MUG_RED).reserved()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void an_allotment_of_a_part_bounds_the_bundle() {
    availability.allot(OFFICE, Shop.WEB, MUG_RED, Quantity.of(7));

    assertThat(left(SET)).isEqualTo(Quantity.of(3));
    reserve("r1", SET, 3);
    assertThat(left(MUG_RED)).isEqualTo(Quantity.ONE);
    assertThat(left(SET)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void abuse_65_a_bundle_that_contains_itself_is_refused() {
    assertInvalid("cycle", () -> shop.sell(bundle(SET, one(SET))));
    shop.sell(bundle(BOX, one(SET)));
    assertInvalid("cycle", () -> shop.sell(bundle(SET, one(BOX))));
    assertInvalid(
        "cycle",
        () ->
            shop.sell(
                bundle(Sku.of("A"), one(Sku.of("B"))), bundle(Sku.of("B"), one(Sku.of("A")))));
    assertThat(shop.catalog().find(OFFICE, Sku.of("A"))).isEmpty();
    assertThat(left(SET)).isEqualTo(Quantity.of(55));
  }

  @Test
  void abuse_65_bundles_of_ten_thousand_levels_are_refused() {
    List<CatalogEntry> chain = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      chain.add(bundle(Sku.of("L" + i), one(i == 0 ? BOOK : Sku.of("L" + (i - 1)))));
    }

    assertInvalid("depth", () -> shop.sell(chain.toArray(CatalogEntry[]::new)));
    int depth = 0;
    while (depth < 10_000 && isSold(chain.get(depth))) {
      depth++;
    }
    assertThat(depth).isEqualTo(CatalogService.BUNDLE_DEPTH_MAX + 1);
  }

  private boolean isSold(CatalogEntry bundle) {
    try {
      shop.sell(bundle);
      return true;
    } catch (RefusedException deep) {
      return false;
    }
  }

  @Test
  void abuse_65_a_bundle_of_more_than_can_be_counted_is_refused() {
    Quantity many = Quantity.of(1_000_000);
    shop.sell(bundle(BOX, Component.of(BOOK, many)));

    assertInvalid("size", () -> shop.sell(bundle(Sku.of("C"), Component.of(BOX, many))));
  }

  @Test
  void a_bundle_has_no_stock_of_its_own() {
    assertInvalid(
        "no_stock",
        () ->
            inventory.receive(
                OFFICE,
                IdempotencyKey.of("note"),
                LON,
                List.of(SkuQuantity.of(SET, Quantity.ONE))));
  }

  @Test
  void kits_are_packed_from_parts_and_taken_apart_again() {
    shop.sell(CatalogEntry.of(BOX, "Box"));
    List<SkuQuantity> parts =
        List.of(SkuQuantity.of(MUG_RED, Quantity.of(6)), SkuQuantity.of(BOOK, Quantity.of(3)));

    inventory.kit(OFFICE, IdempotencyKey.of("k1"), LON, SkuQuantity.of(BOX, Quantity.of(3)), parts);
    inventory.kit(OFFICE, IdempotencyKey.of("k1"), LON, SkuQuantity.of(BOX, Quantity.of(3)), parts);

    assertThat(level(BOX).onHand()).isEqualTo(Quantity.of(3));
    assertThat(level(MUG_RED).onHand()).isEqualTo(Quantity.of(4));
    assertThatThrownBy(
            () ->
                inventory.kit(
                    OFFICE,
                    IdempotencyKey.of("k2"),
                    LON,
                    SkuQuantity.of(BOX, Quantity.of(3)),
                    parts))
        .hasFieldOrPropertyWithValue("code", InventoryService.OUT_OF_STOCK);
    inventory.unkit(
        OFFICE,
        IdempotencyKey.of("u1"),
        LON,
        SkuQuantity.of(BOX, Quantity.ONE),
        List.of(SkuQuantity.of(MUG_RED, Quantity.of(2)), SkuQuantity.of(BOOK, Quantity.ONE)));
    assertThat(level(BOX).onHand()).isEqualTo(Quantity.of(2));
    assertThat(level(BOOK).onHand()).isEqualTo(Quantity.of(8));
  }

  private static void assertInvalid(String problem, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(CatalogService.INVALID_BUNDLE);
              assertThat(refused.facts().values()).containsEntry("problem", problem);
            });
  }

  private static CatalogEntry bundle(Sku sku, Component... components) {
    return CatalogEntry.of(sku, "Bundle").withComponents(List.of(components));
  }

  private static Component one(Sku sku) {
    return Component.of(sku, Quantity.ONE);
  }

  private Quantity left(Sku sku) {
    return inventory.availableToSell(ADA, List.of(sku)).get(sku);
  }

  private StockLevel level(Sku sku) {
    return inventory.levels(OFFICE, LON, List.of(sku)).get(sku);
  }

  private ReservationOutcome reserve(String id, Sku sku, long quantity) {
    return inventory.reserve(
        OFFICE,
        ReservationId.of(id),
        List.of(StockDemand.of(sku, LON, Quantity.of(quantity))),
        Duration.ofMinutes(5));
  }
}
