package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.FulfillmentRaceTest.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.Storages;
import io.omnicommerce.core.delivery.CoreDeliveryService;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.jdbc.JdbcStorage;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Of two JVMs on one database that end one job at once, exactly one does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoJvmRaceTest {

  private static final int ROUNDS = 20;

  private final Storages.Shared database = Storages.Shared.fresh();
  private final MutableClock clock = MutableClock.startingAt(Shop.START);
  private final Buying buying =
      new Buying(Shop.on(JdbcStorage.over(database.pool()).clock(clock), clock));
  private final FulfillmentService fulfillment =
      new CoreFulfillmentService(buying.shop.storage(), Shop.secretsFrom(7));
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private StoreInAnotherJvm london;
  private int round;

  @BeforeEach
  void pickups_wait_a_week_and_there_is_plenty() throws Exception {
    london = StoreInAnotherJvm.on(database.url(), database.user());
    buying.shop.stock("more", Shop.LON, 100);
    new CoreDeliveryService(buying.shop.storage())
        .save(LONDON, Handling.of(Shop.LON, Duration.ofHours(2)).withHeldDays(7));
  }

  @AfterEach
  void nothing_has_drifted() {
    london.close();
    pool.shutdownNow();
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void a_pickup_is_collected_at_one_of_two_counters() throws Exception {
    for (round = 0; round < ROUNDS; round++) {
      PickupCode ready = ready();
      Instant now = clock.instant();

      List<String> answers =
          atOnce(
              () -> london.collect(now, id(ready), ready.code()),
              () -> step(fulfillment.collect(LONDON, id(ready), ready.code(), "Ada")));

      assertThat(answers).containsExactlyInAnyOrder("COLLECTED", "fulfillment.already_collected");
      assertThat(allocated()).isEqualTo(Quantity.ZERO);
    }
  }

  @Test
  void of_shipping_there_and_cancelling_here_one_happens() throws Exception {
    for (round = 0; round < ROUNDS; round++) {
      Order order = confirmed(buying.ready(Shop.ADA, mug()));
      Fulfillment job = fulfillment.ofOrder(LONDON, order.id()).get(0);
      Instant now = clock.instant();

      List<String> answers =
          atOnce(
              () -> london.ship(now, job.id(), "ship-" + round),
              () ->
                  buying
                      .checkouts
                      .cancel(LONDON, order.id(), "not wanted", key("cancel-" + round))
                      .status()
                      .name());

      boolean shipped = fulfillment.get(LONDON, job.id()).step() == FulfillmentStep.SHIPPED;
      assertThat(answers.get(shipped ? 0 : 1)).isEqualTo(shipped ? "SHIPPED" : "CANCELLED");
      assertThat(answers.get(shipped ? 1 : 0))
          .isIn(
              "checkout.not_cancellable",
              "fulfillment.illegal_transition",
              "fulfillment.order_not_confirmed");
      assertThat(buying.order(order.id()).status())
          .isEqualTo(shipped ? OrderStatus.CONFIRMED : OrderStatus.CANCELLED);
      assertThat(allocated()).isEqualTo(Quantity.ZERO);
    }
  }

  @Test
  void of_collecting_there_and_releasing_here_one_happens() throws Exception {
    for (round = 0; round < ROUNDS; round++) {
      PickupCode ready = ready();
      Quantity onHand = buying.stock(Shop.MUG_RED, Shop.LON).onHand();
      Instant now = ready.fulfillment().terms().releaseAt().orElseThrow();
      clock.advance(Duration.between(clock.instant(), now));

      List<String> answers =
          atOnce(
              () -> london.collect(now, id(ready), ready.code()),
              () ->
                  buying
                      .checkouts
                      .releaseUnclaimed(LONDON, id(ready), key("release-" + round))
                      .status()
                      .name());

      boolean collected = fulfillment.get(LONDON, id(ready)).step() == FulfillmentStep.COLLECTED;
      assertThat(answers.contains("COLLECTED")).as("%s", answers).isEqualTo(collected);
      assertThat(answers.contains("CANCELLED")).as("%s", answers).isNotEqualTo(collected);
      assertThat(buying.stock(Shop.MUG_RED, Shop.LON).onHand())
          .isEqualTo(collected ? onHand.minus(Quantity.ONE) : onHand);
      assertThat(allocated()).isEqualTo(Quantity.ZERO);
    }
  }

  private Quantity allocated() {
    return buying.stock(Shop.MUG_RED, Shop.LON).allocated();
  }

  private static FulfillmentId id(PickupCode ready) {
    return ready.fulfillment().id();
  }

  private static String step(Fulfillment job) {
    return job.step().name();
  }

  private CartId mug() {
    CartId cart = buying.carts.open(Shop.ADA, Shop.GBP);
    buying.carts.add(Shop.ADA, cart, Shop.MUG_RED, Quantity.ONE);
    return cart;
  }

  private PickupCode ready() {
    CartId cart = buying.ready(Shop.ADA, mug());
    buying.carts.deliver(Shop.ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));
    Order order = confirmed(cart);
    return fulfillment.makeReady(LONDON, fulfillment.ofOrder(LONDON, order.id()).get(0).id());
  }

  private Order confirmed(CartId cart) {
    Order order = buying.order(buying.checkouts.place(Shop.ADA, cart, VISA, key("tap-" + round)));
    return new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD)
        .confirm(LONDON, order.id());
  }

  private List<String> atOnce(Callable<String> there, Callable<String> here) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Future<String> one = pool.submit(() -> answer(start, there));
    Future<String> other = pool.submit(() -> answer(start, here));
    return List.of(one.get(), other.get());
  }

  private static String answer(CyclicBarrier start, Callable<String> call) throws Exception {
    start.await();
    try {
      return call.call();
    } catch (CommerceException refused) {
      return refused.code().toString();
    }
  }
}
