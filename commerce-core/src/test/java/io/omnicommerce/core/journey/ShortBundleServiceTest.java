package io.omnicommerce.core.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Component;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.LineId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Sets of two mugs and a book are to be picked up, and something is not on the shelf. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShortBundleServiceTest {

  private static final Sku SET = Sku.of("SET");

  private final Journey shop = new Journey();

  @BeforeEach
  void sets_are_sold() {
    shop.shop.sell(
        CatalogEntry.of(SET, "Set")
            .withComponents(
                List.of(
                    Component.of(Shop.MUG_RED, Quantity.of(2)),
                    Component.of(Shop.BOOK, Quantity.ONE))));
    shop.shop.price(SET, "15.00");
  }

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage.maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void only_the_component_that_is_missing_is_booked_as_gone() {
    Fulfillment job = job(2);

    Fulfillment left = shortPick(job, "k1", some(Shop.MUG_RED, 1));

    assertThat(left.lines().get(0).quantity()).isEqualTo(Quantity.ONE);
    assertThat(level(Shop.MUG_RED).onHand()).isEqualTo(Quantity.of(9));
    assertThat(level(Shop.MUG_RED).allocated()).isEqualTo(Quantity.of(2));
    assertThat(level(Shop.BOOK).onHand()).isEqualTo(Quantity.of(10));
    assertThat(level(Shop.BOOK).allocated()).isEqualTo(Quantity.ONE);
    OrderLine line = shop.commerce.orders().get(shop.office, job.order()).lines().get(0);
    assertThat(line.unallocated()).isEqualTo(Quantity.ONE);
    shortPick(job, "k1", some(Shop.MUG_RED, 1));
    assertThat(level(Shop.MUG_RED).onHand()).as("a repeat").isEqualTo(Quantity.of(9));
    assertThatThrownBy(() -> shortPick(job, "k1", some(Shop.MUG_RED, 2)))
        .isInstanceOf(IdempotencyMismatchException.class);
  }

  @Test
  void a_job_of_which_nothing_is_left_ends() {
    Fulfillment job = job(1);

    Fulfillment ended = shortPick(job, "k1", some(Shop.MUG_RED, 2), some(Shop.BOOK, 1));

    assertThat(ended.step()).isEqualTo(FulfillmentStep.CANCELLED);
    assertThat(level(Shop.MUG_RED).onHand()).isEqualTo(Quantity.of(8));
    assertThat(level(Shop.BOOK).onHand()).isEqualTo(Quantity.of(9));
    assertThat(level(Shop.BOOK).allocated()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void which_component_is_missing_has_to_be_said() {
    Fulfillment job = job(2);

    assertThatThrownBy(
            () ->
                shop.commerce
                    .fulfillment()
                    .shortPick(
                        shop.london,
                        job.id(),
                        first(job),
                        Quantity.ONE,
                        "gone",
                        IdempotencyKey.of("k")))
        .hasFieldOrPropertyWithValue("code", FulfillmentService.COMPONENTS_UNNAMED);
    assertThatThrownBy(() -> shortPick(job, "k"))
        .hasFieldOrPropertyWithValue("code", InvalidInputException.EMPTY);
    assertThatThrownBy(() -> shortPick(job, "k", some(Shop.TEE_M, 1)))
        .hasFieldOrPropertyWithValue("code", InvalidInputException.MALFORMED);
    assertThatThrownBy(() -> shortPick(job, "k", some(Shop.BOOK, 1), some(Shop.BOOK, 1)))
        .hasFieldOrPropertyWithValue("code", InvalidInputException.MALFORMED);
    assertThatThrownBy(() -> shortPick(job, "k", some(Shop.MUG_RED, 3)))
        .hasFieldOrPropertyWithValue("code", FulfillmentService.QUANTITY_EXCEEDED);

    assertThat(level(Shop.MUG_RED).onHand()).isEqualTo(Quantity.of(10));
    assertThat(level(Shop.MUG_RED).allocated()).isEqualTo(Quantity.of(4));
  }

  private Fulfillment job(int sets) {
    Order order =
        shop.placed(Shop.ADA, shop.pickupCart(Shop.ADA, SET, sets), Tender.card("tok_visa"));
    shop.commerce.orders().confirm(shop.office, order.id());
    return shop.commerce.fulfillment().ofOrder(shop.office, order.id()).get(0);
  }

  private Fulfillment shortPick(Fulfillment job, String key, SkuQuantity... gone) {
    return shop.commerce
        .fulfillment()
        .shortPick(
            shop.london,
            job.id(),
            first(job),
            Quantity.ONE,
            List.of(gone),
            "not on the shelf",
            IdempotencyKey.of(key));
  }

  private static LineId first(Fulfillment job) {
    return job.lines().get(0).line();
  }

  private StockLevel level(Sku sku) {
    return shop.commerce.inventory().levels(shop.office, Shop.LON, List.of(sku)).get(sku);
  }

  private static SkuQuantity some(Sku sku, long quantity) {
    return SkuQuantity.of(sku, Quantity.of(quantity));
  }
}
