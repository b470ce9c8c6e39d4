package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.BOB;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Buying.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartView;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.LineSplit;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.checkout.AmendmentPreview;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.delivery.SourcingQuestion;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.AwaitedGoods;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.pricing.LineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Carts and orders of goods that are not there yet: expected, or backordered. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackorderServiceTest {

  private static final CallContext OFFICE = Shop.staff(InventoryService.MANAGE);
  private static final CallContext STORE =
      Shop.staff(FulfillmentService.WORK, OrderService.MANAGE, CheckoutService.AMEND)
          .withLocation(LON);
  private static final Instant SOON = Shop.START.plus(Duration.ofDays(3));
  private static final InboundId PO_7 = InboundId.of("PO-7");

  private final Buying buying = new Buying();
  private final Shop shop = buying.shop;
  private final InventoryService inventory = shop.inventory();
  private final AvailabilityService availability = shop.availability();
  private final OrderService orders = new CoreOrderService(shop.storage(), OrderFlow.STANDARD);
  private final FulfillmentService fulfillment =
      new CoreFulfillmentService(shop.storage(), shop.secrets());

  @AfterEach
  void nothing_has_drifted() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void what_is_expected_is_ordered_before_it_is_there_and_by_when_is_told() {
    leave(0, 0);
    expect(5, SOON);
    CartId cart = buying.mugs(ADA, 3);

    CartView view = buying.carts.view(ADA, cart);
    DeliveryPromise promise =
        shop.deliveries()
            .promise(
                ADA,
                Shop.STANDARD,
                SourcingQuestion.of(List.of(SkuQuantity.of(MUG_RED, Quantity.of(3))))
                    .to(Shop.address()))
            .orElseThrow();
    Order order = placed(cart, "tap");

    StockDemand demand = new StockDemand(MUG_RED, DC, Quantity.of(3), Supply.inbound(PO_7));
    assertThat(view.problems()).isEmpty();
    assertThat(view.awaited()).containsExactly(new AwaitedGoods(demand, Optional.of(SOON)));
    assertThat(line(order).awaited()).isEqualTo(Quantity.of(3));
    assertThat(line(order).allocations())
        .singleElement()
        .returns(DC, Allocation::source)
        .returns(Optional.of(Supply.inbound(PO_7)), Allocation::awaits);
    assertThat(order.promise().earliest()).isAfterOrEqualTo(SOON);
    assertThat(promise).as("the same, whoever asks").isEqualTo(order.promise());
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.ZERO);
    assertThat(buying.carts.view(BOB, buying.mugs(BOB, 3)).problems()).hasSize(1);
  }

  @Test
  void what_is_on_the_shelf_is_sold_first_and_waits_for_nothing() {
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(8));
    expect(5, SOON);
    CartId cart = buying.mugs(ADA, 100);

    assertThat(buying.carts.view(ADA, cart).awaited()).isEmpty();
    Order order = placed(cart, "tap");

    assertThat(line(order).thereAt(DC)).isEqualTo(Quantity.of(100));
    assertThat(line(order).awaited()).isEqualTo(Quantity.ZERO);
    assertThat(availability.sellable(ADA, List.of(MUG_RED)).get(MUG_RED).available())
        .isEqualTo(Quantity.of(10 + 8 + 5));
  }

  @Test
  void what_is_there_leaves_and_the_rest_of_the_line_when_it_has_come() {
    leave(4, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(2));

    Order order = confirmed(placed(buying.mugs(ADA, 6), "tap"));

    assertThat(line(order).thereAt(LON)).isEqualTo(Quantity.of(4));
    assertThat(line(order).awaited()).isEqualTo(Quantity.of(2));
    assertNotArrived(() -> ship(order, 5, "five"));
    ship(order, 4, "four");
    receive(2, "note");
    ship(order, 2, "two");
    assertThat(line(now(order)).open()).isEqualTo(Quantity.ZERO);
    assertThat(job(order).step()).isEqualTo(FulfillmentStep.SHIPPED);
  }

  @Test
  void a_line_comes_whole_from_one_place_without_backorders_if_it_can() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(20));
    expect(5, SOON);

    Order expected = placed(buying.mugs(ADA, 4), "four");
    Order backordered = placed(buying.mugs(ADA, 2), "two");

    assertThat(line(expected).allocations()).extracting(Allocation::source).containsExactly(DC);
    assertThat(line(backordered).allocations())
        .singleElement()
        .returns(LON, Allocation::source)
        .returns(Optional.of(Supply.BACKORDER), Allocation::awaits);
  }

  @Test
  void a_line_that_may_be_split_takes_from_everywhere_what_comes_soonest() {
    shop.conventions(Conventions.STANDARD.with(Convention.LINE_SPLIT, LineSplit.ALLOW));
    leave(1, 1);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(20));
    expect(5, SOON);

    Order order = placed(buying.mugs(ADA, 9), "tap");

    assertThat(line(order).allocations())
        .extracting(Allocation::source, Allocation::awaits, Allocation::quantity)
        .containsExactly(
            tuple(LON, Optional.empty(), Quantity.ONE),
            tuple(DC, Optional.empty(), Quantity.ONE),
            tuple(DC, Optional.of(Supply.inbound(PO_7)), Quantity.of(5)),
            tuple(LON, Optional.of(Supply.BACKORDER), Quantity.of(2)));
  }

  @Test
  void more_than_may_be_promised_is_out_of_stock_and_takes_nothing() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(10));
    CartId cart = buying.mugs(ADA, 11);

    CheckoutOutcome outcome = buying.place(cart, "tap");

    assertThat(reasons(outcome)).containsExactly("inventory.out_of_stock");
    assertThat(((CheckoutOutcome.Refused) outcome).reasons().get(0).facts().values())
        .containsEntry("available", "10");
    buying.carts.change(ADA, cart, LineId.of("0001"), Quantity.of(10));
    assertThat(line(placed(cart, "again")).awaited()).isEqualTo(Quantity.of(10));
  }

  @Test
  void two_lines_never_are_promised_the_same() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(10));
    CartId cart = buying.mugs(ADA, 6);
    buying.carts.add(ADA, cart, List.of(NewLine.of(MUG_RED, Quantity.of(6)).withReference("b")));

    assertThat(reasons(buying.place(cart, "tap"))).containsExactly("inventory.out_of_stock");
    buying.carts.change(ADA, cart, LineId.of("0002"), Quantity.of(4));
    Order order = placed(cart, "again");

    assertThat(order.lines()).extracting(OrderLine::awaited).doesNotContain(Quantity.ZERO);
    receive(10, "note");
    assertThat(now(order).lines()).extracting(OrderLine::awaited).containsOnly(Quantity.ZERO);
  }

  @Test
  void goods_do_not_leave_before_they_are_there_and_then_as_any_others() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(5));
    Order order = confirmed(placed(buying.mugs(ADA, 5), "tap"));
    FulfillmentId job = job(order).id();

    assertNotArrived(() -> fulfillment.pick(STORE, job));
    assertNotArrived(() -> fulfillment.shipAll(STORE, job, Optional.empty(), key("early")));
    assertNotArrived(
        () -> fulfillment.shortPick(STORE, job, LineId.of("0001"), Quantity.ONE, "?", key("sp")));
    receive(3, "note-1");
    assertThat(line(now(order)).thereAt(LON)).isEqualTo(Quantity.of(3));
    fulfillment.pick(STORE, job);
    ship(order, 3, "three");
    assertNotArrived(() -> fulfillment.shipAll(STORE, job, Optional.empty(), key("all")));
    receive(10, "note-2");
    fulfillment.shipAll(STORE, job, Optional.empty(), key("rest"));

    assertThat(line(now(order)).shipped()).isEqualTo(Quantity.of(5));
    assertThat(buying.stock(MUG_RED, LON).onHand()).isEqualTo(Quantity.of(8));
    assertThat(buying.stock(MUG_RED, LON).available()).isEqualTo(Quantity.of(8));
    assertThat(OrderHistory.verify(now(order))).isEmpty();
    assertThat(now(order).history())
        .extracting(entry -> entry.what())
        .containsSubsequence("goods_arrived", "shipped", "goods_arrived", "shipped");
    assertThat(shop.told()).filteredOn("inventory.backlog_filled"::equals).hasSize(2);
  }

  @Test
  void who_was_promised_first_is_served_first() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(8));
    Order first = placed(buying.mugs(ADA, 3), "first");
    shop.clock().advance(Duration.ofMinutes(1));
    Order second = placed(BOB, buying.mugs(BOB, 3), "second");

    receive(4, "note");

    assertThat(line(now(first)).awaited()).isEqualTo(Quantity.ZERO);
    assertThat(line(now(second)).awaited()).isEqualTo(Quantity.of(2));
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void a_cart_reserves_what_is_promised_and_lets_go_of_it() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(10));
    CartId adas = buying.mugs(ADA, 8);
    CartId bobs = buying.mugs(BOB, 3);

    ReservationOutcome reserved = buying.carts.reserve(ADA, adas, Duration.ofMinutes(10));

    assertThat(reserved).isInstanceOf(ReservationOutcome.Reserved.class);
    assertThat(buying.carts.reserve(ADA, adas, Duration.ofMinutes(10)))
        .as("its own goods are free for it")
        .isInstanceOf(ReservationOutcome.Reserved.class);
    assertThat(reasons(place(BOB, bobs, "early"))).containsExactly("inventory.out_of_stock");
    receive(10, "note");
    assertThat(buying.mugsLeft()).as("a reservation is in no queue").isEqualTo(Quantity.of(10));
    shop.clock().advance(Duration.ofMinutes(11));
    assertThat(place(BOB, bobs, "late")).isInstanceOf(CheckoutOutcome.Placed.class);
  }

  @Test
  void a_reserved_cart_is_ordered_with_what_it_was_promised() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(10));
    CartId cart = buying.mugs(ADA, 10);
    buying.carts.reserve(ADA, cart, Duration.ofMinutes(10));

    Order order = placed(cart, "tap");

    assertThat(line(order).awaited()).isEqualTo(Quantity.of(10));
    assertThat(reasons(place(BOB, buying.mugs(BOB, 1), "no")))
        .containsExactly("inventory.out_of_stock");
  }

  @Test
  void what_is_cancelled_gets_nothing_and_what_is_not_there_is_cancelled_first() {
    leave(1, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(9));
    Order order = confirmed(placed(buying.mugs(ADA, 6), "tap"));
    Order other = placed(BOB, buying.mugs(BOB, 4), "other");

    cancel(order, 3, "part");
    assertThat(line(now(order)).awaited()).isEqualTo(Quantity.of(2));
    assertThat(line(now(order)).thereAt(LON)).isEqualTo(Quantity.ONE);
    receive(1, "note-1");
    cancel(order, 1, "one-more");
    assertThat(line(now(order)).thereAt(LON)).isEqualTo(Quantity.of(2));
    buying.checkouts.cancel(BOB, other.id(), "no", key("all"));
    receive(10, "note-2");

    assertThat(line(now(order)).awaited()).isEqualTo(Quantity.ZERO);
    fulfillment.shipAll(STORE, job(order).id(), Optional.empty(), key("ship"));
    assertThat(line(now(order)).shipped()).isEqualTo(Quantity.of(2));
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(10));
    assertThat(availability.sellable(ADA, List.of(MUG_RED)).get(MUG_RED).available())
        .isEqualTo(Quantity.of(19));
  }

  @Test
  void an_order_whose_goods_have_come_is_cancelled_as_any_other() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(5));
    Order order = placed(buying.mugs(ADA, 5), "tap");
    receive(3, "note");

    buying.checkouts.cancel(ADA, order.id(), "no", key("all"));

    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(3));
    receive(2, "note-2");
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(5));
  }

  @Test
  void an_attempt_that_is_given_up_or_runs_out_gets_nothing_that_comes() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(10));
    buying.checkouts.abandon(ADA, begin(buying.mugs(ADA, 5), "abandoned"));
    begin(buying.mugs(ADA, 5), "expired");
    shop.clock().advance(CheckoutService.HOLD_LIFE.plusSeconds(1));
    shop.storage().maintenance().expireDue(100);

    receive(10, "note");

    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(10));
    assertThat(buying.waiting()).as("nobody is left in the queue").isEmpty();
  }

  @Test
  void a_promise_that_ran_out_while_the_gateway_was_asked_is_made_anew() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(5));
    CheckoutId id = begin(buying.mugs(ADA, 5), "tap");
    shop.clock().advance(CheckoutService.HOLD_LIFE.plusSeconds(1));
    shop.storage().maintenance().expireDue(100);

    Order order = buying.order(buying.checkouts.complete(ADA, id, approved(id)));

    assertThat(line(order).awaited()).isEqualTo(Quantity.of(5));
    receive(5, "note");
    assertThat(line(now(order)).thereAt(LON)).isEqualTo(Quantity.of(5));
  }

  @Test
  void goods_that_come_while_the_gateway_is_asked_are_given_once_the_order_is_placed() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(5));
    CheckoutId id = begin(buying.mugs(ADA, 5), "tap");
    receive(4, "note");
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(4));

    Order order = buying.order(buying.checkouts.complete(ADA, id, approved(id)));

    assertThat(line(now(order)).thereAt(LON)).isEqualTo(Quantity.of(4));
    assertThat(line(now(order)).awaited()).isEqualTo(Quantity.ONE);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void nothing_comes_for_a_payment_of_which_nobody_knows_until_it_is_known() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(5));
    CheckoutId id = begin(buying.mugs(ADA, 5), "tap");
    buying.checkouts.complete(ADA, id, new GatewayAnswer.Unknown("timeout"));
    receive(5, "note");
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(5));

    Order order = buying.order(buying.checkouts.complete(ADA, id, approved(id)));

    assertThat(line(now(order)).thereAt(LON)).isEqualTo(Quantity.of(5));
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void the_part_of_a_channel_bounds_promises_and_moves_with_the_goods() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(10));
    availability.allot(OFFICE, Shop.WEB, MUG_RED, Quantity.of(4));

    assertThat(reasons(buying.place(buying.mugs(ADA, 5), "no")))
        .containsExactly("inventory.out_of_stock");
    Order order = confirmed(placed(buying.mugs(ADA, 4), "tap"));
    receive(3, "note");
    cancel(order, 2, "part");
    ship(order, 2, "two");

    assertThat(availability.allotment(OFFICE, Shop.WEB, MUG_RED).orElseThrow().taken())
        .isEqualTo(Quantity.of(2));
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.ONE);
  }

  @Test
  void an_amendment_gives_back_what_is_not_there_first() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(5));
    Order order = placed(buying.mugs(ADA, 5), "tap");
    receive(3, "note");
    Order before = now(order);

    AmendmentRequest less =
        AmendmentRequest.of(before.version(), "fewer")
            .withQuantity(line(before).priced().id(), Quantity.of(2));
    AmendmentPreview preview = buying.checkouts.previewAmendment(STORE, order.id(), less);
    Order after =
        buying.checkouts.amend(STORE, order.id(), less, preview.fingerprint(), key("amend"));

    assertThat(line(after).awaited()).isEqualTo(Quantity.ZERO);
    assertThat(line(after).thereAt(LON)).isEqualTo(Quantity.of(2));
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.ONE);
  }

  @Test
  void an_amendment_takes_what_is_expected_and_promises_no_earlier() {
    leave(0, 2);
    expect(5, SOON);
    Order order = placed(buying.mugs(ADA, 2), "tap");

    AmendmentRequest more =
        AmendmentRequest.of(order.version(), "more")
            .withQuantity(line(order).priced().id(), Quantity.of(5));
    AmendmentPreview preview = buying.checkouts.previewAmendment(STORE, order.id(), more);
    Order after =
        buying.checkouts.amend(STORE, order.id(), more, preview.fingerprint(), key("amend"));

    assertThat(line(after).thereAt(DC)).isEqualTo(Quantity.of(2));
    assertThat(line(after).awaited()).isEqualTo(Quantity.of(3));
    assertThat(order.promise().earliest()).isBefore(SOON);
    assertThat(after.promise().earliest()).isAfterOrEqualTo(SOON);
    inventory.receive(OFFICE, key("note"), DC, List.of(SkuQuantity.of(MUG_RED, Quantity.of(9))));
    assertThat(line(now(order)).thereAt(DC)).isEqualTo(Quantity.of(5));
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(6));
  }

  @Test
  void a_pickup_is_ready_when_its_goods_have_come() {
    leave(0, 100);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(2));
    CartId cart = buying.carts.open(ADA, Shop.GBP);
    buying.carts.add(ADA, cart, MUG_RED, Quantity.of(2));
    buying.carts.contact(ADA, cart, BuyerContact.of("Ada", Email.of("ada@example.org")));
    buying.carts.deliver(ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, LON));
    Order order = confirmed(placed(cart, "tap"));
    FulfillmentId job = job(order).id();

    assertNotArrived(() -> fulfillment.makeReady(STORE, job));
    receive(2, "note");
    String code = fulfillment.makeReady(STORE, job).code();
    fulfillment.collect(STORE, job, code, "Ada");

    assertThat(line(now(order)).open()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void what_has_no_shelf_of_its_own_is_not_promised_where_nobody_allowed_it() {
    leave(0, 0);
    availability.backorder(OFFICE, LON, MUG_RED, Quantity.ZERO);

    assertThat(reasons(buying.place(buying.mugs(ADA, 1), "tap")))
        .containsExactly("inventory.out_of_stock");
    assertThat(buying.waiting()).isEmpty();
  }

  private void leave(int inLondon, int inCenter) {
    gone(LON, 10 - inLondon);
    gone(DC, 100 - inCenter);
  }

  private void gone(LocationId location, int mugs) {
    if (mugs > 0) {
      inventory.adjust(
          OFFICE,
          key("gone-" + location),
          location,
          List.of(StockAdjustment.gone(MUG_RED, Quantity.of(mugs))),
          StockReason.CORRECTION);
    }
  }

  private void expect(int mugs, Instant at) {
    Inbound.Line line = new Inbound.Line(MUG_RED, Quantity.of(mugs), at);
    availability.expect(OFFICE, new Inbound(PO_7, DC, List.of(line)));
  }

  private void receive(int mugs, String note) {
    inventory.receive(OFFICE, key(note), LON, List.of(SkuQuantity.of(MUG_RED, Quantity.of(mugs))));
  }

  private CheckoutId begin(CartId cart, String key) {
    BeginOutcome begun = buying.checkouts.begin(ADA, cart, Buying.paying(VISA), key(key));
    return ((BeginOutcome.Ready) begun).checkout().id();
  }

  private GatewayAnswer approved(CheckoutId id) {
    return new GatewayAnswer.Approved("auth-1", buying.checkouts.get(ADA, id).rest());
  }

  private CheckoutOutcome place(CallContext buyer, CartId cart, String key) {
    return buying.checkouts.place(buyer, cart, VISA, key(key));
  }

  private Order placed(CartId cart, String key) {
    return placed(ADA, cart, key);
  }

  private Order placed(CallContext buyer, CartId cart, String key) {
    return buying.order(place(buyer, cart, key));
  }

  private Order confirmed(Order order) {
    return orders.confirm(STORE, order.id());
  }

  private Order now(Order order) {
    return buying.order(order.id());
  }

  private static OrderLine line(Order order) {
    return order.lines().get(0);
  }

  private Fulfillment job(Order order) {
    return fulfillment.ofOrder(STORE, order.id()).get(0);
  }

  private void ship(Order order, int mugs, String key) {
    Map<LineId, Quantity> some = Map.of(line(order).priced().id(), Quantity.of(mugs));
    fulfillment.ship(STORE, job(order).id(), some, Optional.empty(), key(key));
  }

  private void cancel(Order order, int mugs, String key) {
    Map<LineId, Quantity> some = Map.of(line(order).priced().id(), Quantity.of(mugs));
    buying.checkouts.cancel(ADA, order.id(), some, "no", key(key));
  }

  private static void assertNotArrived(ThrowingCallable call) {
    assertThatThrownBy(call).hasFieldOrPropertyWithValue("code", FulfillmentService.NOT_ARRIVED);
  }
}
