package io.omnicommerce.core.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.HandoffToken;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.FulfillmentStatus;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderPaymentStatus;
import io.omnicommerce.order.OrderProgress;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Journeys J1 and J13, and the failure modes F1, F2, F3, F8 and F15 that must not happen. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JourneyServiceTest {

  private final Journey shop = new Journey();

  @AfterEach
  void the_books_balance() {
    assertThat(shop.storage.maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void J1_a_cart_from_a_social_ad_goes_through_the_app_and_is_bought_in_the_store() {
    CartId cart = shop.commerce.carts().open(Shop.GUEST, Shop.GBP);
    shop.commerce.carts().add(Shop.GUEST, cart, Shop.MUG_RED, Quantity.of(2));

    Cart inApp = shop.commerce.carts().claim(Shop.ADA_IN_APP, cart, "session-1");
    shop.commerce.carts().add(Shop.ADA_IN_APP, cart, Shop.TEE_M, Quantity.ONE);
    HandoffToken token =
        shop.commerce.carts().handOff(Shop.ADA_IN_APP, cart, Duration.ofMinutes(10));
    Cart atTill = shop.commerce.carts().accept(shop.london, token.secret());
    shop.readyForPickup(shop.london, cart);
    Money shown =
        shop.commerce.carts().view(shop.london, cart).priced().orElseThrow().totals().grand();
    Order order = shop.placed(shop.london, cart, Tender.cash("receipt-1"));

    assertThat(inApp.lines()).hasSize(1);
    assertThat(atTill.lines()).hasSize(2);
    assertThat(shown).isEqualTo(Money.of("22.48", Shop.GBP));
    assertThat(order.totals().grand()).isEqualTo(shown);
    assertThat(shop.captured(order)).isEqualTo(shown);
    assertThat(
            shop.commerce.orders().ofCustomer(Shop.ADA, Shop.ADA_ID, PageRequest.first(10)).items())
        .containsExactly(order);
  }

  @Test
  void J13_ordered_online_ready_within_the_promise_collected_and_returned_in_another_store() {
    CartId cart = shop.pickupCart(Shop.ADA, Shop.MUG_RED, 3);
    Order order = shop.placed(Shop.ADA, cart, Tender.card("tok_visa"));
    assertThat(order.promise().latest()).isEqualTo(Shop.START.plus(Duration.ofHours(2)));

    shop.commerce.orders().confirm(shop.office, order.id());
    shop.clock.advance(Duration.ofMinutes(90));
    Fulfillment job = shop.commerce.fulfillment().ofOrder(shop.london, order.id()).get(0);
    PickupCode ready = shop.commerce.fulfillment().makeReady(shop.london, job.id());
    assertThat(ready.fulfillment().readyAt().orElseThrow()).isBefore(order.promise().latest());
    Fulfillment collected =
        shop.commerce.fulfillment().collect(shop.london, job.id(), ready.code(), "Ada");
    shop.commerce
        .payments()
        .capture(
            shop.office,
            shop.paymentOf(order),
            order.totals().grand(),
            IdempotencyKey.of("capture"));

    assertThat(collected.step()).isEqualTo(FulfillmentStep.COLLECTED);
    assertThatThrownBy(
            () -> shop.commerce.fulfillment().collect(shop.london, job.id(), ready.code(), "Eve"))
        .isInstanceOfSatisfying(
            CommerceException.class,
            refused ->
                assertThat(refused.code().value()).isEqualTo("fulfillment.already_collected"));

    Rma rma =
        shop.commerce
            .returns()
            .open(Shop.ADA, RmaId.of("R-1"), order.id(), List.of(returned(order, 1)));
    shop.commerce
        .returns()
        .receive(shop.manchester, rma.id(), Journey.MANCHESTER, Disposition.RESTOCK);
    RefundOutcome refund =
        shop.commerce.returns().refund(shop.manchester, rma.id(), IdempotencyKey.of("refund"));

    assertThat(refund).isInstanceOf(RefundOutcome.Refunded.class);
    assertThat(shop.refunded(order)).isEqualTo(Money.of("4.99", Shop.GBP));
    assertThat(shop.availableTo(Shop.MUG_RED, shop.manchester)).containsExactly(Quantity.ONE);
    assertThat(shop.commerce.orders().get(Shop.ADA_IN_APP, order.id()).fulfillmentStatus())
        .isEqualTo(FulfillmentStatus.PARTIALLY_RETURNED);
  }

  @Test
  void F1_a_web_cart_is_never_empty_in_the_app() {
    CartId cart = shop.commerce.carts().open(Shop.ADA, Shop.GBP);
    shop.commerce.carts().add(Shop.ADA, cart, Shop.MUG_RED, Quantity.of(2));

    Cart inApp = shop.commerce.carts().current(Shop.ADA_IN_APP, Shop.ADA_ID).orElseThrow();
    shop.commerce.carts().add(Shop.ADA_IN_APP, inApp.id(), Shop.TEE_M, Quantity.ONE);

    assertThat(inApp.lines()).hasSize(1);
    assertThat(shop.commerce.carts().view(Shop.ADA, cart))
        .isEqualTo(shop.commerce.carts().view(Shop.ADA_IN_APP, cart));
    assertThat(shop.commerce.carts().get(Shop.ADA, cart).lines()).hasSize(2);
  }

  @Test
  void how_far_an_order_is_paid_and_fulfilled_follows_from_what_happened_to_it() {
    Order order =
        shop.placed(Shop.ADA, shop.pickupCart(Shop.ADA, Shop.MUG_RED, 1), Tender.card("tok_visa"));
    OrderProgress placed = shop.commerce.orders().progress(Shop.ADA, order.id());
    shop.commerce.orders().confirm(shop.office, order.id());
    shop.commerce
        .payments()
        .capture(
            shop.office,
            shop.paymentOf(order),
            order.totals().grand(),
            IdempotencyKey.of("capture"));
    OrderProgress paid = shop.commerce.orders().progress(shop.london, order.id());

    assertThat(placed)
        .isEqualTo(
            new OrderProgress(
                OrderStatus.PLACED, OrderPaymentStatus.AUTHORIZED, FulfillmentStatus.OPEN));
    assertThat(paid)
        .isEqualTo(
            new OrderProgress(
                OrderStatus.CONFIRMED, OrderPaymentStatus.PAID, FulfillmentStatus.OPEN));
    assertThatThrownBy(() -> shop.commerce.orders().progress(Shop.BOB, order.id()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void F2_every_channel_finds_the_online_order_by_whatever_the_customer_knows() {
    Order order =
        shop.placed(Shop.ADA, shop.pickupCart(Shop.ADA, Shop.MUG_RED, 1), Tender.card("tok_visa"));
    PageRequest page = PageRequest.first(10);

    assertThat(shop.commerce.orders().findByNumber(shop.london, order.number())).contains(order);
    assertThat(shop.commerce.orders().findByEmail(shop.london, Journey.ADAS_EMAIL, page).items())
        .containsExactly(order);
    assertThat(shop.commerce.orders().findByCard(shop.london, "CARD-1", page).items())
        .containsExactly(order);
    assertThat(shop.commerce.orders().findByPayment(shop.london, shop.paymentOf(order)))
        .contains(order);
    assertThat(shop.commerce.orders().findByNumber(Shop.ADA_IN_APP, order.number()))
        .contains(order);
    assertThat(shop.commerce.orders().findByNumber(Shop.BOB, order.number())).isEmpty();
  }

  @Test
  void F3_what_the_store_has_sold_the_site_no_longer_offers() {
    assertThat(shop.availableTo(Shop.MUG_RED, Shop.ADA, shop.london))
        .containsExactly(Quantity.of(110), Quantity.of(110));

    CartId cart = shop.pickupCart(shop.london, Shop.MUG_RED, 10);
    shop.placed(shop.london, cart, Tender.cash("receipt-1"));

    assertThat(shop.commerce.inventory().availableByLocation(Shop.ADA, Shop.MUG_RED).get(Shop.LON))
        .isEqualTo(Quantity.ZERO);
    CartId web = shop.pickupCart(Shop.ADA, Shop.MUG_RED, 1);
    assertThat(refusals(Shop.ADA, web)).containsExactly("inventory.out_of_stock");
  }

  @Test
  void F8_a_listing_is_sold_out_the_moment_its_last_unit_is_promised_anywhere() {
    shop.placed(Shop.ADA, shop.pickupCart(Shop.ADA, Shop.MUG_RED, 10), Tender.card("tok_visa"));

    assertThat(shop.availableTo(Shop.MUG_RED, shop.marketplace)).containsExactly(Quantity.ZERO);
    CartId listing = shop.pickupCart(shop.marketplace, Shop.MUG_RED, 1);
    assertThat(refusals(shop.marketplace, listing)).containsExactly("inventory.out_of_stock");
  }

  @Test
  void F15_three_channels_that_refund_at_once_give_the_money_back_once() throws Exception {
    Order order = collectedAndPaid(3);
    Rma rma =
        shop.commerce
            .returns()
            .open(Shop.ADA, RmaId.of("R-1"), order.id(), List.of(returned(order, 2)));
    shop.commerce.returns().receive(shop.london, rma.id(), Shop.LON, Disposition.RESTOCK);

    inParallel(
        List.of(
            () -> shop.commerce.returns().refund(shop.london, rma.id(), IdempotencyKey.of("till")),
            () -> shop.commerce.returns().refund(shop.office, rma.id(), IdempotencyKey.of("web")),
            () ->
                shop.commerce
                    .returns()
                    .refund(shop.manchester, rma.id(), IdempotencyKey.of("phone"))));

    assertThat(shop.refunded(order)).isEqualTo(Money.of("9.98", Shop.GBP));
    assertThat(shop.gateway.refunded(shop.paymentOf(order))).contains(Money.of("9.98", Shop.GBP));
    assertThatThrownBy(
            () ->
                shop.commerce
                    .returns()
                    .open(Shop.ADA, RmaId.of("R-2"), order.id(), List.of(returned(order, 2))))
        .isInstanceOfSatisfying(
            CommerceException.class,
            refused -> assertThat(refused.code().value()).isEqualTo("return.quantity_exceeded"));
  }

  private Order collectedAndPaid(int quantity) {
    Order order =
        shop.placed(
            Shop.ADA, shop.pickupCart(Shop.ADA, Shop.MUG_RED, quantity), Tender.card("tok_visa"));
    shop.commerce.orders().confirm(shop.office, order.id());
    Fulfillment job = shop.commerce.fulfillment().ofOrder(shop.london, order.id()).get(0);
    PickupCode ready = shop.commerce.fulfillment().makeReady(shop.london, job.id());
    shop.commerce.fulfillment().collect(shop.london, job.id(), ready.code(), "Ada");
    shop.commerce
        .payments()
        .capture(
            shop.office,
            shop.paymentOf(order),
            order.totals().grand(),
            IdempotencyKey.of("capture"));
    return order;
  }

  private static ReturnLine returned(Order order, int quantity) {
    OrderLine line = order.lines().get(0);
    LineId id = line.priced().id();
    return ReturnLine.of(id, Quantity.of(quantity));
  }

  private List<String> refusals(CallContext context, CartId cart) {
    return shop.commerce
        .checkout()
        .place(context, cart, Tender.card("tok_visa"), IdempotencyKey.of("place-" + cart.value()))
        .fold(
            placed -> List.of("placed"),
            pending -> List.of("pending"),
            refused -> refused.reasons().stream().map(reason -> reason.code().value()).toList());
  }

  private static void inParallel(List<Callable<RefundOutcome>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Future<RefundOutcome>> answers = new ArrayList<>();
      for (Callable<RefundOutcome> call : calls) {
        answers.add(threads.submit(call));
      }
      for (Future<RefundOutcome> answer : answers) {
        try {
          answer.get();
        } catch (java.util.concurrent.ExecutionException refused) {
          assertThat(refused.getCause()).isInstanceOf(CommerceException.class);
        }
      }
    } finally {
      threads.shutdown();
    }
  }
}
