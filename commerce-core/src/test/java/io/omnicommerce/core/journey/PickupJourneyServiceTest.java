package io.omnicommerce.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentDue;
import io.omnicommerce.fulfillment.FulfillmentDue.Kind;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.FulfillmentStatus;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Journeys J2 and J12, and the failure modes F17 and F18 that must not happen. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PickupJourneyServiceTest {

  private static final ChannelId SOCIAL = ChannelId.of("social");
  private static final CallContext SCROLLING = Shop.context(SOCIAL, Actor.guest("session-9"));

  private final Journey shop = new Journey();

  @BeforeEach
  void the_shop_sells_in_a_social_network_and_keeps_pickups_a_week() {
    shop.commerce
        .channels()
        .save(
            shop.office,
            new Channel(
                SOCIAL, "Social", Channel.Kind.SOCIAL, Shop.UK, List.of(Shop.LON, Shop.DC)));
    shop.commerce
        .delivery()
        .save(shop.office, Handling.of(Shop.LON, Duration.ofHours(2)).withHeldDays(7, 3));
  }

  @AfterEach
  void the_books_balance() {
    assertThat(shop.storage.maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void J2_seen_in_a_social_network_bought_on_the_web_collected_and_followed_in_the_account() {
    CartId cart = shop.commerce.carts().open(SCROLLING, Shop.GBP);
    shop.commerce.carts().add(SCROLLING, cart, Shop.MUG_RED, Quantity.of(2));
    Cart claimed = shop.commerce.carts().claim(Shop.ADA, cart, "session-9");
    shop.readyForPickup(Shop.ADA, claimed.id());
    Order order = shop.placed(Shop.ADA, claimed.id(), Tender.card("tok_visa"));

    assertThat(inAccount(order)).isEqualTo("PLACED OPEN OPEN");
    shop.commerce.orders().confirm(shop.office, order.id());
    Fulfillment job = job(order);
    shop.commerce.fulfillment().pick(shop.london, job.id());
    assertThat(inAccount(order)).isEqualTo("CONFIRMED OPEN PICKED");
    PickupCode ready = shop.commerce.fulfillment().makeReady(shop.london, job.id());
    assertThat(inAccount(order)).isEqualTo("CONFIRMED OPEN READY");
    shop.commerce.fulfillment().collect(shop.london, job.id(), ready.code(), "Ada");

    assertThat(inAccount(order)).isEqualTo("CONFIRMED FULFILLED COLLECTED");
  }

  @Test
  void J12_seen_in_a_video_bought_on_the_web_collected_and_sent_back_by_e_mail() {
    Order order = ordered();
    Fulfillment job = job(order);
    PickupCode ready = shop.commerce.fulfillment().makeReady(shop.london, job.id());
    shop.commerce.fulfillment().collect(shop.london, job.id(), ready.code(), "Ada");
    shop.commerce
        .payments()
        .capture(
            shop.office,
            shop.paymentOf(order),
            order.totals().grand(),
            IdempotencyKey.of("capture"));

    Order found =
        shop.commerce
            .orders()
            .findByEmail(shop.office, Journey.ADAS_EMAIL, PageRequest.first(10))
            .items()
            .get(0);
    ReturnLine back = ReturnLine.of(found.lines().get(0).priced().id(), Quantity.ONE);
    Rma rma =
        shop.commerce.returns().open(shop.office, RmaId.of("R-12"), found.id(), List.of(back));
    shop.commerce.returns().receive(shop.london, rma.id(), Shop.LON, Disposition.RESTOCK);
    RefundOutcome refund =
        shop.commerce.returns().refund(shop.office, rma.id(), IdempotencyKey.of("refund"));

    assertThat(refund).isInstanceOf(RefundOutcome.Refunded.class);
    assertThat(shop.refunded(order)).isEqualTo(Money.of("4.99", Shop.GBP));
    assertThat(shop.commerce.orders().get(Shop.ADA, order.id()).fulfillmentStatus())
        .isEqualTo(FulfillmentStatus.PARTIALLY_RETURNED);
  }

  @Test
  void F17_an_unclaimed_package_has_its_rule_and_the_money_goes_back() {
    Order order = ordered();
    Fulfillment job = job(order);
    shop.commerce.fulfillment().makeReady(shop.london, job.id());
    Instant release =
        shop.commerce.fulfillment().get(Shop.ADA, job.id()).terms().releaseAt().orElseThrow();
    List<Quantity> before = shop.availableTo(Shop.MUG_RED, Shop.ADA);

    assertThat(due()).containsExactly(Kind.READY_NOTICE);
    done(Kind.READY_NOTICE, job);
    at(release.minus(Duration.ofDays(4)));
    assertThat(due()).containsExactly(Kind.REMINDER);
    done(Kind.REMINDER, job);
    at(release);
    assertThat(due()).containsExactly(Kind.RELEASE);
    Order released =
        shop.commerce
            .checkout()
            .releaseUnclaimed(shop.office, job.id(), IdempotencyKey.of("release"));

    assertThat(due()).isEmpty();
    assertThat(released.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(job(order).step()).isEqualTo(FulfillmentStep.UNCLAIMED);
    assertThat(shop.availableTo(Shop.MUG_RED, Shop.ADA))
        .containsExactly(before.get(0).plus(Quantity.of(2)));
    assertThat(shop.gateway.standing()).isEmpty();
  }

  @Test
  void what_was_short_stays_open_when_the_rest_is_released() {
    Order order = ordered();
    Fulfillment job = job(order);
    LineId mugs = order.lines().get(0).priced().id();
    shop.commerce
        .fulfillment()
        .shortPick(shop.london, job.id(), mugs, Quantity.ONE, "broken", IdempotencyKey.of("short"));
    PickupCode ready = shop.commerce.fulfillment().makeReady(shop.london, job.id());
    at(ready.fulfillment().terms().releaseAt().orElseThrow());

    Order released = release(job);
    Order again = release(job);

    assertThat(again).isEqualTo(released);
    assertThat(released.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(released.lines().get(0).cancelled()).isEqualTo(Quantity.ONE);
    assertThat(released.lines().get(0).unallocated()).isEqualTo(Quantity.ONE);
    assertThat(released.amendments())
        .singleElement()
        .satisfies(
            amendment -> assertThat(amendment.difference()).isEqualTo(Money.of("-4.99", Shop.GBP)));
  }

  private Order release(Fulfillment job) {
    return shop.commerce
        .checkout()
        .releaseUnclaimed(shop.office, job.id(), IdempotencyKey.of("release-" + job.id()));
  }

  @Test
  void F18_a_late_preparation_is_told_of_and_the_customer_still_gets_the_goods() {
    Order order = ordered();
    Fulfillment job = job(order);

    at(order.promise().latest());
    assertThat(due()).containsExactly(Kind.DELAY_NOTICE);
    done(Kind.DELAY_NOTICE, job);
    assertThat(due()).isEmpty();
    PickupCode ready = shop.commerce.fulfillment().makeReady(shop.london, job.id());
    assertThat(due()).containsExactly(Kind.READY_NOTICE);
    shop.commerce.fulfillment().collect(shop.london, job.id(), ready.code(), "Ada");

    assertThat(due()).isEmpty();
  }

  @Test
  void P30_a_pickup_comes_from_where_it_is_picked_up_whatever_else_the_channel_sells_from() {
    CartId many = shop.pickupCart(Shop.ADA, Shop.MUG_RED, 11);

    assertThat(shop.availableTo(Shop.MUG_RED, Shop.ADA)).containsExactly(Quantity.of(110));
    assertThat(shop.commerce.carts().view(Shop.ADA, many).available())
        .as("ten are in London")
        .containsEntry(Shop.MUG_RED, Quantity.of(10));
    Order order = ordered();
    assertThat(job(order).location()).isEqualTo(Shop.LON);
    assertThat(shop.commerce.fulfillment().ofOrder(Shop.ADA, order.id())).hasSize(1);
  }

  private Order ordered() {
    Order order =
        shop.placed(Shop.ADA, shop.pickupCart(Shop.ADA, Shop.MUG_RED, 2), Tender.card("tok_visa"));
    return shop.commerce.orders().confirm(shop.office, order.id());
  }

  private Fulfillment job(Order order) {
    return shop.commerce.fulfillment().ofOrder(Shop.ADA, order.id()).get(0);
  }

  /** What the customer's own account shows, in the app. */
  private String inAccount(Order order) {
    Order shown =
        shop.commerce
            .orders()
            .ofCustomer(Shop.ADA_IN_APP, Shop.ADA_ID, PageRequest.first(10))
            .items()
            .get(0);
    Optional<Fulfillment> job =
        shop.commerce.fulfillment().ofOrder(Shop.ADA_IN_APP, order.id()).stream().findFirst();
    return shown.status() + " " + shown.fulfillmentStatus() + " " + job.orElseThrow().step();
  }

  private List<Kind> due() {
    return shop.commerce.fulfillment().due(shop.office, PageRequest.first(100)).items().stream()
        .map(FulfillmentDue::kind)
        .toList();
  }

  private void done(Kind kind, Fulfillment job) {
    shop.commerce
        .fulfillment()
        .done(shop.office, job.id(), kind, 1, IdempotencyKey.of("done-" + kind));
  }

  private void at(Instant instant) {
    shop.clock.advance(Duration.between(shop.clock.instant(), instant));
  }
}
