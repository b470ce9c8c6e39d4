package io.omnicommerce.core.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryChoice.When;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.payment.Tender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Journey J11, and goods that come from somewhere else than was meant. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangedPlaceServiceTest {

  private final Journey shop = new Journey();

  @BeforeEach
  void manchester_has_mugs_as_well() {
    shop.commerce
        .inventory()
        .receive(
            shop.office,
            IdempotencyKey.of("to-manchester"),
            Journey.MANCHESTER,
            List.of(SkuQuantity.of(Shop.MUG_RED, Quantity.of(5))));
    shop.commerce
        .delivery()
        .save(shop.office, Handling.of(Journey.MANCHESTER, Duration.ofHours(4)));
  }

  @AfterEach
  void the_books_balance() {
    assertThat(shop.storage.maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void J11_a_pickup_goes_to_another_place_with_the_same_instructions() {
    Order order = pickup(2);

    Order moved = change(order, Journey.MANCHESTER, "move-1");
    Order again = change(order, Journey.MANCHESTER, "move-1");

    assertThat(again).isEqualTo(moved);
    assertThat(moved.delivery().pickup()).contains(Journey.MANCHESTER);
    assertThat(moved.delivery().instructions()).isEqualTo("ring twice");
    assertThat(moved.delivery().conditional())
        .extracting(DeliveryChoice.Conditional::instruction)
        .containsExactly("ask for a signature");
    assertThat(moved.promise().latest()).isEqualTo(Shop.START.plus(Duration.ofHours(4)));
    assertThat(moved.totals()).isEqualTo(order.totals());
    assertThat(allocated(Shop.LON)).isEqualTo(Quantity.ZERO);
    assertThat(allocated(Journey.MANCHESTER)).isEqualTo(Quantity.of(2));
    List<Fulfillment> jobs = shop.commerce.fulfillment().ofOrder(Shop.ADA, order.id());
    assertThat(jobs)
        .extracting(job -> job.location() + " " + job.step())
        .containsExactly("LON CANCELLED", "MAN OPEN");

    shop.commerce.orders().confirm(shop.office, order.id());
    PickupCode ready = shop.commerce.fulfillment().makeReady(shop.manchester, jobs.get(1).id());
    Fulfillment collected =
        shop.commerce.fulfillment().collect(shop.manchester, jobs.get(1).id(), ready.code(), "Ada");
    assertThat(collected.step()).isEqualTo(FulfillmentStep.COLLECTED);
  }

  @Test
  void a_place_that_has_too_little_is_refused_and_nothing_changes() {
    Order order = pickup(6);

    refused("inventory.out_of_stock", () -> change(order, Journey.MANCHESTER, "move-1"));

    assertThat(shop.commerce.orders().get(Shop.ADA, order.id())).isEqualTo(order);
    assertThat(allocated(Shop.LON)).isEqualTo(Quantity.of(6));
  }

  @Test
  void a_code_for_the_old_place_opens_nothing_any_more() {
    Order order = pickup(2);
    shop.commerce.orders().confirm(shop.office, order.id());
    Fulfillment job = shop.commerce.fulfillment().ofOrder(Shop.ADA, order.id()).get(0);
    PickupCode ready = shop.commerce.fulfillment().makeReady(shop.london, job.id());

    change(order, Journey.MANCHESTER, "move-1");

    refused(
        "fulfillment.illegal_transition",
        () -> shop.commerce.fulfillment().collect(shop.london, job.id(), ready.code(), "Ada"));
  }

  @Test
  void what_was_collected_and_what_is_somebody_elses_is_not_moved() {
    Order order = pickup(2);
    assertThatThrownBy(
            () ->
                shop.commerce
                    .checkout()
                    .changePickup(
                        Shop.BOB, order.id(), Journey.MANCHESTER, IdempotencyKey.of("bob")))
        .isInstanceOf(NotFoundException.class);
    shop.commerce.orders().confirm(shop.office, order.id());
    Fulfillment job = shop.commerce.fulfillment().ofOrder(Shop.ADA, order.id()).get(0);
    PickupCode ready = shop.commerce.fulfillment().makeReady(shop.london, job.id());
    shop.commerce.fulfillment().collect(shop.london, job.id(), ready.code(), "Ada");

    refused("checkout.not_changeable", () -> change(order, Journey.MANCHESTER, "move-1"));
  }

  @Test
  void P28_what_was_short_comes_from_elsewhere_and_the_order_is_whole_again() {
    Order order = shipped(4);
    Fulfillment job = shop.commerce.fulfillment().ofOrder(shop.office, order.id()).get(0);
    OrderLine line = order.lines().get(0);
    shop.commerce
        .fulfillment()
        .shortPick(
            shop.london,
            job.id(),
            line.priced().id(),
            Quantity.of(3),
            "not on the shelf",
            IdempotencyKey.of("short-1"));
    shop.commerce.inventory().keepBack(shop.office, Shop.LON, Shop.MUG_RED, Quantity.of(9));

    List<Fulfillment> more = again(order, "again-1");

    assertThat(more)
        .singleElement()
        .satisfies(
            second -> {
              assertThat(second.location()).isEqualTo(Shop.DC);
              assertThat(second.lines().get(0).quantity()).isEqualTo(Quantity.of(3));
            });
    assertThat(again(order, "again-1")).isEqualTo(more);
    assertThat(again(order, "again-2")).as("nothing is missing any more").isEmpty();
    ship(job);
    ship(more.get(0));
    OrderLine after = shop.commerce.orders().get(shop.office, order.id()).lines().get(0);
    assertThat(after.open()).isEqualTo(Quantity.ZERO);
    assertThat(after.shipped()).isEqualTo(Quantity.of(4));
  }

  private List<Fulfillment> again(Order order, String key) {
    return shop.commerce.fulfillment().sourceAgain(shop.office, order.id(), IdempotencyKey.of(key));
  }

  private void ship(Fulfillment job) {
    shop.commerce
        .fulfillment()
        .shipAll(shop.office, job.id(), Optional.empty(), IdempotencyKey.of("ship-" + job.id()));
  }

  private Order change(Order order, LocationId to, String key) {
    return shop.commerce.checkout().changePickup(Shop.ADA, order.id(), to, IdempotencyKey.of(key));
  }

  private Order pickup(int quantity) {
    CartId cart = shop.pickupCart(Shop.ADA, Shop.MUG_RED, quantity);
    shop.commerce
        .carts()
        .deliver(
            Shop.ADA,
            cart,
            DeliveryChoice.pickup(Shop.PICKUP, Shop.LON)
                .withInstructions("ring twice")
                .when(When.DEPUTY_COLLECTS, "ask for a signature"));
    return shop.placed(Shop.ADA, cart, Tender.card("tok_visa"));
  }

  private Order shipped(int quantity) {
    CartId cart = shop.commerce.carts().open(Shop.ADA, Shop.GBP);
    shop.commerce.carts().add(Shop.ADA, cart, Shop.MUG_RED, Quantity.of(quantity));
    shop.commerce.carts().contact(Shop.ADA, cart, BuyerContact.of("Ada", Journey.ADAS_EMAIL));
    shop.commerce
        .carts()
        .deliver(Shop.ADA, cart, DeliveryChoice.ship(Shop.STANDARD, Shop.address()));
    Order order = shop.placed(Shop.ADA, cart, Tender.card("tok_visa"));
    return shop.commerce.orders().confirm(shop.office, order.id());
  }

  private Quantity allocated(LocationId location) {
    return shop.commerce
        .inventory()
        .levels(shop.office, location, List.of(Shop.MUG_RED))
        .values()
        .iterator()
        .next()
        .allocated();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CommerceException.class, refused -> assertThat(refused.code().value()).isEqualTo(code));
  }
}
