package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.Crowd.triedAtOnce;
import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutOutcome.Placed;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.pricing.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckoutRaceTest {

  private final Buying buying = new Buying();

  @AfterEach
  void nothing_has_drifted() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void abuse_70_fifty_clicks_with_one_key_are_one_order() throws Exception {
    CartId cart = buying.mugs(Shop.ADA, 2);

    List<Object> outcomes = triedAtOnce(50, n -> buying.place(cart, "tap"));

    assertThat(outcomes).hasOnlyElementsOfType(Placed.class);
    assertThat(outcomes.stream().distinct()).hasSize(1);
    assertThat(buying.orders()).hasSize(1);
    assertThat(buying.sandbox.standing()).hasSize(1);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(108));
  }

  @Test
  void abuse_70_fifty_clicks_with_fifty_keys_are_one_order() throws Exception {
    CartId cart = buying.mugs(Shop.ADA, 2);

    List<Object> outcomes = triedAtOnce(50, n -> buying.place(cart, "tap-" + n));

    assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(CheckoutOutcome.Refused.class::isInstance)
        .hasSize(49)
        .flatExtracting(outcome -> Buying.reasons((CheckoutOutcome) outcome))
        .containsAnyOf("cart.closed", "cart.checking_out")
        .isSubsetOf("cart.closed", "cart.checking_out");
    assertThat(buying.orders()).hasSize(1);
    assertThat(buying.sandbox.standing()).hasSize(1);
  }

  @Test
  void the_last_one_is_sold_once_to_thirty_two_buyers() throws Exception {
    leave(1);
    List<CartId> carts = new ArrayList<>();
    for (int n = 0; n < 32; n++) {
      carts.add(buying.mugs(buyer(n), 1));
    }

    List<Object> outcomes =
        triedAtOnce(32, n -> buying.checkouts.place(buyer(n), carts.get(n), VISA, key("tap")));

    assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(CheckoutOutcome.Refused.class::isInstance)
        .hasSize(31)
        .flatExtracting(outcome -> Buying.reasons((CheckoutOutcome) outcome))
        .containsOnly("inventory.out_of_stock");
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.ZERO);
    assertThat(buying.sandbox.standing()).as("only the winner was asked for money").hasSize(1);
  }

  @Test
  void L38_ten_backorders_are_promised_to_ten_of_thirty_two_buyers() throws Exception {
    leave(0);
    buying
        .shop
        .availability()
        .backorder(Shop.staff(InventoryService.MANAGE), Shop.LON, Shop.MUG_RED, Quantity.of(10));
    List<CartId> carts = new ArrayList<>();
    for (int n = 0; n < 32; n++) {
      carts.add(buying.mugs(buyer(n), 1));
    }

    List<Object> outcomes =
        triedAtOnce(32, n -> buying.checkouts.place(buyer(n), carts.get(n), VISA, key("tap")));

    assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(10);
    assertThat(outcomes)
        .filteredOn(CheckoutOutcome.Refused.class::isInstance)
        .hasSize(22)
        .flatExtracting(outcome -> Buying.reasons((CheckoutOutcome) outcome))
        .containsOnly("inventory.out_of_stock");
    assertThat(buying.waiting()).hasSize(10);
    assertThat(buying.sandbox.standing()).hasSize(10);
  }

  @Test
  void of_goods_that_come_and_an_order_that_is_cancelled_at_once_nothing_is_lost()
      throws Exception {
    leave(0);
    CallContext office = Shop.staff(InventoryService.MANAGE);
    buying.shop.availability().backorder(office, Shop.LON, Shop.MUG_RED, Quantity.of(3));
    for (int round = 0; round < 20; round++) {
      Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 3), "tap-" + round));
      IdempotencyKey key = key("race-" + round);
      List<SkuQuantity> three = List.of(SkuQuantity.of(Shop.MUG_RED, Quantity.of(3)));

      triedAtOnce(
          2,
          n -> {
            if (n == 0) {
              buying.shop.inventory().receive(office, key, Shop.LON, three);
              return "received";
            }
            return buying.checkouts.cancel(Shop.ADA, order.id(), "no", key);
          });
      buying.shop.inventory().fillBacklog(office, Shop.LON, List.of(Shop.MUG_RED));

      assertThat(buying.order(order.id()).status()).isEqualTo(OrderStatus.CANCELLED);
      assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(3));
      buying
          .shop
          .inventory()
          .adjust(
              office,
              key("out-" + round),
              Shop.LON,
              List.of(StockAdjustment.gone(Shop.MUG_RED, Quantity.of(3))),
              StockReason.CORRECTION);
    }
    assertThat(buying.waiting()).isEmpty();
  }

  @Test
  void who_comes_too_late_for_one_place_is_served_by_the_next() throws Exception {
    List<CartId> carts = new ArrayList<>();
    for (int n = 0; n < 32; n++) {
      carts.add(buying.mugs(buyer(n), 1));
    }

    List<Object> outcomes =
        triedAtOnce(32, n -> buying.checkouts.place(buyer(n), carts.get(n), VISA, key("tap")));

    assertThat(outcomes).as("10 at LON, 100 at DC").hasOnlyElementsOfType(Placed.class);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110 - 32));
  }

  @Test
  void an_answer_that_comes_twice_at_once_makes_one_order() throws Exception {
    CartId cart = buying.mugs(Shop.ADA, 2);
    BeginOutcome.Ready ready =
        (BeginOutcome.Ready)
            buying.checkouts.begin(Shop.ADA, cart, Buying.paying(VISA), key("tap"));
    GatewayAnswer answer = buying.sandbox.authorize(ready.request().orElseThrow());

    List<Object> outcomes =
        triedAtOnce(16, n -> buying.checkouts.complete(Shop.ADA, ready.checkout().id(), answer));

    assertThat(outcomes.stream().distinct()).singleElement().isInstanceOf(Placed.class);
    assertThat(buying.orders()).hasSize(1);
  }

  @Test
  void of_completing_and_abandoning_at_once_one_counts_and_the_money_agrees() throws Exception {
    for (int round = 0; round < 20; round++) {
      CartId cart = buying.mugs(Shop.ADA, 1);
      BeginOutcome.Ready ready =
          (BeginOutcome.Ready)
              buying.checkouts.begin(Shop.ADA, cart, Buying.paying(VISA), key("tap-" + round));
      GatewayAnswer answer = buying.sandbox.authorize(ready.request().orElseThrow());

      triedAtOnce(
          2,
          n ->
              n == 0
                  ? buying.checkouts.complete(Shop.ADA, ready.checkout().id(), answer)
                  : buying.checkouts.abandon(Shop.ADA, ready.checkout().id()));
      buying.checkouts.resume(Shop.ADA, ready.checkout().id());

      assertThat(buying.sandbox.standing()).hasSameSizeAs(buying.orders());
      assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110 - buying.orders().size()));
    }
  }

  @Test
  void fifty_cancellations_at_once_give_everything_back_once() throws Exception {
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 2), "tap"));
    buying.payments.capture(Buying.OFFICE, order.payments().get(0), Buying.gbp("13.93"), key("c"));

    triedAtOnce(
        50, n -> buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel-" + n % 2)));

    assertThat(buying.sandbox.refunded(order.payments().get(0))).contains(Buying.gbp("13.93"));
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110));
    assertThat(buying.order(order.id()).history()).hasSize(2);
  }

  @Test
  void abuse_83_of_shipping_and_cancelling_at_once_exactly_one_happens() throws Exception {
    CoreFulfillmentService fulfillment =
        new CoreFulfillmentService(buying.shop.storage(), buying.shop.secrets());
    CallContext store = Shop.staff(FulfillmentService.WORK, OrderService.MANAGE);
    CoreOrderService orders = new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD);
    int left = 0;
    for (int round = 0; round < 20; round++) {
      Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 1), "tap-" + round));
      orders.confirm(store, order.id());
      FulfillmentId job = fulfillment.ofOrder(store, order.id()).get(0).id();
      IdempotencyKey key = key("race-" + round);

      triedAtOnce(
          2,
          n ->
              n == 0
                  ? fulfillment.shipAll(store, job, Optional.empty(), key)
                  : buying.checkouts.cancel(Shop.ADA, order.id(), "no", key));

      Order after = buying.order(order.id());
      boolean cancelled = after.status() == OrderStatus.CANCELLED;
      boolean shipped = !after.lines().get(0).shipped().isZero();
      assertThat(cancelled).isNotEqualTo(shipped);
      assertThat(after.history()).hasSize(3);
      left += shipped ? 1 : 0;
      assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110 - left));
    }
  }

  @Test
  void parts_that_are_cancelled_at_once_add_up() throws Exception {
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 5), "tap"));
    Map<LineId, Quantity> one = Map.of(order.lines().get(0).priced().id(), Quantity.ONE);

    List<Object> answers =
        triedAtOnce(
            8, n -> buying.checkouts.cancel(Shop.ADA, order.id(), one, "no", key("part-" + n)));

    Order cancelled = buying.order(order.id());
    assertThat(answers.stream().filter(Order.class::isInstance)).hasSize(5);
    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(cancelled.amendments()).hasSize(5);
    assertThat(OrderHistory.verify(cancelled)).isEmpty();
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110));
  }

  @Test
  void of_parts_that_are_cancelled_at_once_all_money_goes_back() throws Exception {
    for (int round = 0; round < 5; round++) {
      Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 6), "tap-" + round));
      PaymentId payment = order.payments().get(0);
      buying.payments.capture(Buying.OFFICE, payment, order.due(), key("capture-" + round));
      Map<LineId, Quantity> one = Map.of(order.lines().get(0).priced().id(), Quantity.ONE);

      String part = "part-" + round + "-";

      triedAtOnce(4, n -> buying.checkouts.cancel(Shop.ADA, order.id(), one, "no", key(part + n)));

      Order less = buying.order(order.id());
      assertThat(less.amendments()).as("who met a conflict may ask again").isNotEmpty();
      assertThat(buying.payment(payment).refunded()).isEqualTo(order.due().minus(less.due()));
    }
  }

  private void leave(int mugs) {
    CallContext office = Shop.staff(InventoryService.MANAGE);
    buying
        .shop
        .inventory()
        .adjust(
            office,
            key("gone-dc"),
            Shop.DC,
            List.of(StockAdjustment.gone(Shop.MUG_RED, Quantity.of(100))),
            StockReason.CORRECTION);
    buying
        .shop
        .inventory()
        .adjust(
            office,
            key("gone-lon"),
            Shop.LON,
            List.of(StockAdjustment.gone(Shop.MUG_RED, Quantity.of(10 - mugs))),
            StockReason.CORRECTION);
  }

  private static CallContext buyer(int n) {
    return Shop.context(Shop.WEB, Actor.customer(CustomerId.of("buyer-" + n)));
  }
}
