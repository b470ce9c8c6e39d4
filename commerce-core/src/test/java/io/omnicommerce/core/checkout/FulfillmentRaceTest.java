package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.Crowd.tried;
import static io.omnicommerce.core.Crowd.triedAtOnce;
import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.CommerceEngine;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.delivery.CoreDeliveryService;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentDue;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Of two who end one job at once, exactly one does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FulfillmentRaceTest {

  static final CallContext LONDON =
      Shop.context(Shop.STORE, Actor.system("store").withPermissions(CommerceEngine.permissions()))
          .withLocation(Shop.LON);

  private final Buying buying = new Buying();
  private final FulfillmentService fulfillment =
      new CoreFulfillmentService(buying.shop.storage(), Shop.secretsFrom(7));
  private int orders;

  @BeforeEach
  void pickups_wait_a_week_and_there_is_plenty() {
    buying.shop.stock("more", Shop.LON, 100);
    new CoreDeliveryService(buying.shop.storage())
        .save(LONDON, Handling.of(Shop.LON, Duration.ofHours(2)).withHeldDays(7));
  }

  @AfterEach
  void nothing_has_drifted() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void a_pickup_is_collected_once_by_many_who_know_its_code() throws Exception {
    PickupCode ready = ready();

    List<String> answers =
        triedAtOnce(
            Collections.nCopies(
                8, () -> step(fulfillment.collect(LONDON, id(ready), ready.code(), "Ada"))));

    assertThat(Collections.frequency(answers, "COLLECTED")).as("%s", answers).isEqualTo(1);
    assertThat(Collections.frequency(answers, "fulfillment.already_collected")).isEqualTo(7);
    assertThat(buying.stock(Shop.MUG_RED, Shop.LON).allocated()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void a_pickup_collected_one_millisecond_before_its_release_stays_collected() {
    PickupCode ready = ready();
    Quantity onHand = buying.stock(Shop.MUG_RED, Shop.LON).onHand();
    Instant release = ready.fulfillment().terms().releaseAt().orElseThrow();

    at(release.minusMillis(1));
    assertThat(tried(() -> release(ready))).isEqualTo("fulfillment.not_due");
    fulfillment.collect(LONDON, id(ready), ready.code(), "Ada");
    at(release);

    assertThat(tried(() -> release(ready))).isEqualTo("fulfillment.illegal_transition");
    assertThat(buying.stock(Shop.MUG_RED, Shop.LON).onHand())
        .isEqualTo(onHand.minus(Quantity.of(2)));
    assertThat(buying.order(ready.fulfillment().order()).status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void of_collecting_and_releasing_at_once_one_happens_to_goods_and_money() throws Exception {
    for (int round = 0; round < 10; round++) {
      PickupCode ready = ready();
      Quantity onHand = buying.stock(Shop.MUG_RED, Shop.LON).onHand();
      at(ready.fulfillment().terms().releaseAt().orElseThrow());

      List<String> answers =
          triedAtOnce(
              List.of(
                  () -> step(fulfillment.collect(LONDON, id(ready), ready.code(), "Ada")),
                  () -> release(ready)));

      Fulfillment ended = fulfillment.get(LONDON, id(ready));
      boolean collected = ended.step() == FulfillmentStep.COLLECTED;
      assertThat(ended.step()).isIn(FulfillmentStep.COLLECTED, FulfillmentStep.UNCLAIMED);
      assertThat(answers).as("%s", answers).contains(collected ? "COLLECTED" : "CANCELLED");
      assertThat(answers).hasSize(2).doesNotHaveDuplicates();
      assertThat(answers).isNotEqualTo(List.of("COLLECTED", "CANCELLED"));
      assertThat(buying.stock(Shop.MUG_RED, Shop.LON).onHand())
          .isEqualTo(collected ? onHand.minus(Quantity.of(2)) : onHand);
      assertThat(buying.stock(Shop.MUG_RED, Shop.LON).allocated()).isEqualTo(Quantity.ZERO);
    }
  }

  @Test
  void F17_an_unclaimed_pickup_is_released_restocked_and_paid_back_once() throws Exception {
    PickupCode ready = ready();
    Order order = buying.order(ready.fulfillment().order());
    at(ready.fulfillment().terms().releaseAt().orElseThrow());
    assertThat(kindsDue()).contains(FulfillmentDue.Kind.RELEASE);

    List<String> answers = triedAtOnce(Collections.nCopies(4, () -> release(ready)));

    assertThat(answers).containsOnly("CANCELLED");
    assertThat(kindsDue()).isEmpty();
    assertThat(fulfillment.get(LONDON, id(ready)).step()).isEqualTo(FulfillmentStep.UNCLAIMED);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(210));
    assertThat(buying.payment(order.payments().get(0)).status().name()).isEqualTo("VOIDED");
    assertThat(buying.sandbox.standing()).as("money at the gateway").isEmpty();
  }

  @Test
  void abuse_83_of_shipping_and_cancelling_at_once_one_happens() throws Exception {
    for (int round = 0; round < 10; round++) {
      Order order = confirmed(buying.mugs(Shop.ADA, 2));
      Fulfillment job = fulfillment.ofOrder(LONDON, order.id()).get(0);
      String key = "round-" + round;

      List<String> answers =
          triedAtOnce(
              List.of(
                  () -> step(fulfillment.shipAll(LONDON, job.id(), Optional.empty(), key(key))),
                  () ->
                      buying
                          .checkouts
                          .cancel(LONDON, order.id(), "not wanted", key(key))
                          .status()
                          .name()));

      boolean shipped = fulfillment.get(LONDON, job.id()).step() == FulfillmentStep.SHIPPED;
      assertThat(answers.get(shipped ? 0 : 1)).isEqualTo(shipped ? "SHIPPED" : "CANCELLED");
      assertThat(answers.get(shipped ? 1 : 0))
          .isIn(
              "checkout.not_cancellable",
              "fulfillment.illegal_transition",
              "fulfillment.order_not_confirmed");
      assertThat(buying.order(order.id()).status())
          .isEqualTo(shipped ? OrderStatus.CONFIRMED : OrderStatus.CANCELLED);
    }
  }

  private List<FulfillmentDue.Kind> kindsDue() {
    return fulfillment.due(LONDON, PageRequest.first(100)).items().stream()
        .map(FulfillmentDue::kind)
        .toList();
  }

  private String release(PickupCode ready) {
    return buying
        .checkouts
        .releaseUnclaimed(LONDON, id(ready), key("release-" + id(ready)))
        .status()
        .name();
  }

  private static FulfillmentId id(PickupCode ready) {
    return ready.fulfillment().id();
  }

  private static String step(Fulfillment job) {
    return job.step().name();
  }

  private PickupCode ready() {
    CartId cart = buying.carts.open(Shop.ADA, Shop.GBP);
    buying.carts.add(Shop.ADA, cart, Shop.MUG_RED, Quantity.of(2));
    buying.carts.contact(Shop.ADA, cart, BuyerContact.of("Ada", Email.of("ada@example.org")));
    buying.carts.deliver(Shop.ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));
    Order order = confirmed(cart);
    return fulfillment.makeReady(LONDON, fulfillment.ofOrder(LONDON, order.id()).get(0).id());
  }

  private Order confirmed(CartId cart) {
    Order order =
        buying.order(buying.checkouts.place(Shop.ADA, cart, VISA, key("tap-" + ++orders)));
    return new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD)
        .confirm(LONDON, order.id());
  }

  private void at(Instant instant) {
    buying.shop.clock().advance(Duration.between(buying.shop.clock().instant(), instant));
  }
}
