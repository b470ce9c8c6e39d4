package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Buying.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Component;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutOutcome.Placed;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inventory.Allotment;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.payment.Tender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What goes wrong with stock elsewhere, from the cart to the order. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockPainsServiceTest {

  private static final Sku SET = Sku.of("SET");
  private static final Duration LIFE = Duration.ofMinutes(20);

  private final Buying buying = new Buying();

  @AfterEach
  void nothing_has_drifted() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void P16_what_one_has_reserved_does_not_stand_in_the_way_of_buying_it() {
    leave(2);
    CartId cart = buying.mugs(Shop.ADA, 2);
    assertThat(buying.carts.reserve(Shop.ADA, cart, LIFE))
        .isInstanceOf(ReservationOutcome.Reserved.class);

    assertThat(buying.place(cart, "tap")).isInstanceOf(Placed.class);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void P16_a_payment_that_fails_leaves_nothing_stuck_and_can_be_tried_again() {
    leave(2);
    CartId cart = buying.mugs(Shop.ADA, 2);
    Tender bad = Tender.card(SandboxGateway.DECLINED);

    CheckoutOutcome declined = buying.checkouts.place(Shop.ADA, cart, bad, key("tap-1"));
    assertThat(declined).isInstanceOf(CheckoutOutcome.Refused.class);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(2));

    assertThat(buying.place(cart, "tap-2")).isInstanceOf(Placed.class);
  }

  @Test
  void P16_a_cancelled_order_gives_its_goods_back_once() {
    leave(2);
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 2), "tap"));

    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("c"));
    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("c"));

    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(2));
  }

  @Test
  void P17_what_sells_out_while_it_is_in_a_cart_is_refused_by_name_and_not_sold() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    leave(1);

    CheckoutOutcome outcome = buying.place(cart, "tap");

    assertThat(reasons(outcome)).containsExactly("inventory.out_of_stock");
    assertThat(buying.carts.view(Shop.ADA, cart).problems())
        .extracting(Refusal::code)
        .contains(InventoryService.OUT_OF_STOCK);
    assertThat(buying.orders()).isEmpty();
    assertThat(buying.sandbox.standing()).isEmpty();
  }

  @Test
  void P14_a_bundle_and_its_part_in_one_cart_never_oversell_the_part() {
    sellSets();
    leave(5);
    CartId cart = buying.mugs(Shop.ADA, 2);
    buying.carts.add(Shop.ADA, cart, SET, Quantity.of(2));

    assertThat(reasons(buying.place(cart, "tap-1"))).containsExactly("inventory.out_of_stock");
    buying.carts.change(Shop.ADA, cart, buying.cart(cart).lines().get(0).id(), Quantity.ONE);
    Order order = buying.order(buying.place(cart, "tap-2"));

    assertThat(buying.mugsLeft()).isEqualTo(Quantity.ZERO);
    OrderLine set =
        order.lines().stream()
            .filter(line -> line.priced().sku().equals(SET))
            .findFirst()
            .orElseThrow();
    assertThat(set.allocations().get(0).parts())
        .extracting(part -> part.sku().value() + ' ' + part.perUnit())
        .containsExactly("MUG-RED 2", "BOOK 1");
    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("c"));
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(5));
  }

  @Test
  void a_bundle_that_changes_while_it_is_paid_is_ordered_as_it_was_held() {
    sellSets();
    leave(5);
    CartId cart = buying.mugs(Shop.ADA, 1);
    buying.carts.add(Shop.ADA, cart, SET, Quantity.of(2));
    Tender bank = Tender.card(SandboxGateway.ACTION_NEEDED);
    CheckoutOutcome.Pending pending =
        (CheckoutOutcome.Pending) buying.checkouts.place(Shop.ADA, cart, bank, key("tap"));

    buying.shop.sell(
        CatalogEntry.of(SET, "Set")
            .withComponents(List.of(Component.of(Shop.TEE_M, Quantity.ONE))));
    buying.sandbox.confirm(buying.payment(pending.checkout()).id());
    Order order = buying.order(buying.checkouts.resume(Shop.ADA, pending.checkout()));

    assertThat(order.lines().get(1).allocations().get(0).parts())
        .extracting(part -> part.sku().value() + ' ' + part.perUnit())
        .containsExactly("MUG-RED 2", "BOOK 1");
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void an_order_counts_for_its_channels_allotment_until_it_is_cancelled() {
    CallContext office = Shop.staff(InventoryService.MANAGE);
    buying.shop.availability().allot(office, Shop.WEB, Shop.MUG_RED, Quantity.of(3));

    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 3), "tap-1"));
    assertThat(order.lines().get(0).allocations().get(0).bounds()).hasSize(1);
    assertThat(reasons(buying.place(buying.mugs(Shop.ADA, 1), "tap-2")))
        .containsExactly("inventory.out_of_stock");
    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("c"));

    assertThat(buying.shop.availability().allotment(office, Shop.WEB, Shop.MUG_RED))
        .get()
        .extracting(Allotment::taken)
        .isEqualTo(Quantity.ZERO);
    assertThat(buying.place(buying.mugs(Shop.ADA, 1), "tap-3")).isInstanceOf(Placed.class);
  }

  private void sellSets() {
    buying.shop.sell(
        CatalogEntry.of(SET, "Set")
            .withComponents(
                List.of(
                    Component.of(Shop.MUG_RED, Quantity.of(2)),
                    Component.of(Shop.BOOK, Quantity.ONE))));
    buying.shop.price(SET, "15.00");
  }

  /** So many red mugs in London, and none in the warehouse. */
  private void leave(int mugs) {
    count(Shop.LON, mugs);
    count(Shop.DC, 0);
  }

  private void count(LocationId place, int mugs) {
    buying
        .shop
        .inventory()
        .count(
            Shop.staff(InventoryService.MANAGE),
            key("count-" + place),
            place,
            List.of(SkuQuantity.of(Shop.MUG_RED, Quantity.of(mugs))),
            StockReason.COUNTED);
  }
}
