package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.OFFICE;
import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Buying.paying;
import static io.omnicommerce.core.checkout.Buying.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Location;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutOutcome.Pending;
import io.omnicommerce.checkout.CheckoutOutcome.Placed;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.checkout.CheckoutStatus;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.inmemory.SandboxEntry;
import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inmemory.SandboxGateway.Fault;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderHistoryEntry;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayRequest;
import io.omnicommerce.storage.Storage;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreCheckoutServiceTest {

  private final Buying buying = new Buying();
  private final CheckoutService checkouts = buying.checkouts;

  @AfterEach
  void nothing_has_drifted() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void a_cart_becomes_an_order_that_is_paid_and_has_its_stock() {
    CartId cart = buying.mugs(Shop.ADA, 2);

    CheckoutOutcome outcome = buying.place(cart, "tap");

    Order order = buying.order(outcome);
    assertThat(order.totals().grand()).isEqualTo(gbp("13.93"));
    assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(order.channel()).isEqualTo(Shop.WEB);
    assertThat(buying.cart(cart).status()).isEqualTo(CartStatus.ORDERED);
    assertThat(buying.stock(Shop.MUG_RED, Shop.LON).allocated()).isEqualTo(Quantity.of(2));
    assertThat(buying.jobs()).singleElement().returns(Shop.LON, job -> job.location());
    Payment payment = buying.payment(order.payments().get(0));
    assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
    assertThat(payment.subject().id()).isEqualTo(order.id().value());
    assertThat(buying.sandbox.standing())
        .singleElement()
        .returns(gbp("13.93"), SandboxEntry::amount)
        .returns(payment.gatewayReference().orElseThrow(), SandboxEntry::reference);
    assertThat(buying.shop.told())
        .contains("order.placed", "fulfillment.requested", "payment.status_changed");
  }

  @Test
  void the_order_is_what_was_priced_and_paid() {
    CartId cart = buying.mugs(Shop.ADA, 3);

    Order order = buying.order(buying.place(cart, "tap"));

    Checkout checkout = buying.attempts().get(0);
    assertThat(
            ContentHash.of(
                order.lines().stream().map(line -> line.priced()).toList(),
                order.charges(),
                order.totals()))
        .as("L49")
        .isEqualTo(checkout.contentHash());
    assertThat(order.history()).as("L54").hasSize((int) order.version().value());
    assertThat(order.history()).singleElement().returns("placed", OrderHistoryEntry::what);
  }

  @Test
  void a_host_asks_its_own_gateway_between_begin_and_complete() {
    CartId cart = buying.mugs(Shop.ADA, 2);

    BeginOutcome.Ready ready = begin(cart, "tap");
    GatewayRequest request = ready.request().orElseThrow();
    CheckoutOutcome outcome =
        checkouts.complete(
            Shop.ADA,
            ready.checkout().id(),
            new GatewayAnswer.Approved("auth-1", request.amount()));

    assertThat(request.amount()).isEqualTo(gbp("13.93"));
    assertThat(buying.sandbox.requests()).isZero();
    assertThat(outcome).isInstanceOf(Placed.class);
    assertThat(checkouts.complete(Shop.ADA, ready.checkout().id(), declined())).isEqualTo(outcome);
    assertThat(begin(cart, "tap").checkout().order()).contains(((Placed) outcome).order());
  }

  @Test
  void a_declined_card_leaves_a_cart_that_can_be_paid_otherwise() {
    CartId cart = buying.mugs(Shop.ADA, 2);

    CheckoutOutcome declined = place(cart, SandboxGateway.DECLINED, "tap");

    assertThat(reasons(declined)).containsExactly("checkout.payment_declined");
    assertThat(buying.cart(cart).status()).isEqualTo(CartStatus.OPEN);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110));
    assertThat(place(cart, SandboxGateway.DECLINED, "tap")).isEqualTo(declined);
    assertThat(buying.sandbox.requests()).isEqualTo(1);
    assertThat(buying.place(cart, "other")).isInstanceOf(Placed.class);
  }

  @Test
  void a_customer_who_is_sent_to_the_bank_comes_back_and_has_an_order() {
    CartId cart = buying.mugs(Shop.ADA, 2);

    Pending pending = (Pending) place(cart, SandboxGateway.ACTION_NEEDED, "tap");
    CheckoutOutcome again = place(cart, SandboxGateway.ACTION_NEEDED, "tap");
    buying.sandbox.confirm(buying.payment(pending.checkout()).id());
    CheckoutOutcome outcome = checkouts.resume(Shop.ADA, pending.checkout());

    assertThat(pending.action().orElseThrow()).startsWith("https://");
    assertThat(again).isEqualTo(pending);
    assertThat(outcome).isInstanceOf(Placed.class);
    assertThat(checkouts.resume(Shop.ADA, pending.checkout())).isEqualTo(outcome);
  }

  @Test
  void a_customer_who_refuses_at_the_bank_has_the_cart_again() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    Pending pending = (Pending) place(cart, SandboxGateway.ACTION_NEEDED, "tap");
    buying.sandbox.refuse(buying.payment(pending.checkout()).id());

    CheckoutOutcome outcome = checkouts.resume(Shop.ADA, pending.checkout());

    assertThat(reasons(outcome)).containsExactly("checkout.payment_declined");
    assertThat(buying.cart(cart).status()).isEqualTo(CartStatus.OPEN);
  }

  @Test
  void what_was_promised_without_a_word_keeps_its_stock_until_it_is_known() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    buying.sandbox.next(Operation.AUTHORIZE, Fault.TIMEOUT_AFTER);

    Pending pending = (Pending) buying.place(cart, "tap");
    buying.shop.clock().advance(Duration.ofDays(3));
    buying.shop.storage().maintenance().expireDue(100);

    assertThat(checkouts.get(Shop.ADA, pending.checkout()).status())
        .isEqualTo(CheckoutStatus.UNKNOWN);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(108));
    assertThatThrownBy(() -> buying.carts.add(Shop.ADA, cart, Shop.BOOK, Quantity.ONE))
        .hasFieldOrPropertyWithValue("code", CartService.CHECKING_OUT);
    assertThat(checkouts.resume(OFFICE, pending.checkout())).isInstanceOf(Placed.class);
    assertThat(buying.sandbox.standing()).hasSize(1);
  }

  @Test
  void what_the_gateway_never_heard_of_is_asked_again_with_the_same_key() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    buying.sandbox.next(Operation.AUTHORIZE, Fault.TIMEOUT_BEFORE);
    CheckoutOutcome pending = buying.place(cart, "tap");

    CheckoutOutcome outcome = buying.place(cart, "tap");

    assertThat(pending).isInstanceOf(Pending.class);
    assertThat(outcome).isInstanceOf(Placed.class);
    assertThat(buying.sandbox.standing()).hasSize(1);
  }

  @Test
  void what_the_gateway_never_heard_of_ends_when_it_is_resumed() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    buying.sandbox.next(Operation.AUTHORIZE, Fault.THROWS_BEFORE);
    Pending pending = (Pending) buying.place(cart, "tap");

    CheckoutOutcome outcome = checkouts.resume(Shop.ADA, pending.checkout());

    assertThat(reasons(outcome)).containsExactly("checkout.ended");
    assertThat(buying.cart(cart).status()).isEqualTo(CartStatus.OPEN);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110));
    assertThat(buying.place(cart, "other")).isInstanceOf(Placed.class);
  }

  @Test
  void a_hold_that_expired_while_the_gateway_was_asked_is_taken_anew() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    CheckoutService slow = buying.through(new Slow(buying, CheckoutService.HOLD_LIFE));

    CheckoutOutcome outcome = slow.place(Shop.ADA, cart, VISA, key("tap"));

    assertThat(outcome).isInstanceOf(Placed.class);
    assertThat(buying.stock(Shop.MUG_RED, Shop.LON).allocated()).isEqualTo(Quantity.of(2));
  }

  @Test
  void money_for_goods_that_were_sold_meanwhile_goes_back() {
    CartId cart = buying.mugs(Shop.ADA, 100);
    CheckoutService slow =
        buying.through(
            new Slow(buying, CheckoutService.HOLD_LIFE) {
              @Override
              void meanwhile() {
                super.meanwhile();
                CartId other = buying.mugs(Shop.BOB, 1);
                buying.checkouts.place(
                    Shop.BOB, buying.cart(Shop.BOB, Shop.MUG_RED, 100), VISA, key("bob"));
                buying.carts.get(Shop.BOB, other);
              }
            });

    CheckoutOutcome outcome = slow.place(Shop.ADA, cart, VISA, key("tap"));

    assertThat(reasons(outcome)).containsExactly("inventory.out_of_stock");
    assertThat(buying.orders()).hasSize(1);
    assertThat(buying.sandbox.standing()).as("only Bob's").hasSize(1);
    assertThat(buying.cart(cart).status()).isEqualTo(CartStatus.OPEN);
    assertThat(slow.place(Shop.ADA, cart, VISA, key("tap"))).isEqualTo(outcome);
  }

  @Test
  void an_abandoned_attempt_gives_everything_back() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    CheckoutId id = begin(cart, "tap").checkout().id();

    Checkout abandoned = checkouts.abandon(Shop.ADA, id);

    assertThat(abandoned.status()).isEqualTo(CheckoutStatus.ABANDONED);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110));
    assertThat(buying.cart(cart).status()).isEqualTo(CartStatus.OPEN);
    assertThat(buying.payment(id).status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(checkouts.abandon(Shop.ADA, id)).isEqualTo(abandoned);
    assertThat(reasons(buying.place(cart, "tap"))).containsExactly("checkout.ended");
  }

  @Test
  void an_approval_of_an_attempt_that_was_abandoned_is_voided() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    BeginOutcome.Ready ready = begin(cart, "tap");
    checkouts.abandon(Shop.ADA, ready.checkout().id());
    GatewayAnswer late = buying.sandbox.authorize(ready.request().orElseThrow());

    CheckoutOutcome outcome = checkouts.complete(Shop.ADA, ready.checkout().id(), late);
    Payment owed = buying.payment(ready.checkout().id());
    checkouts.resume(Shop.ADA, ready.checkout().id());

    assertThat(reasons(outcome)).containsExactly("checkout.ended");
    assertThat(owed.entries()).hasSize(1);
    assertThat(buying.sandbox.standing()).isEmpty();
    assertThat(buying.orders()).isEmpty();
  }

  @Test
  void an_attempt_that_is_not_known_or_has_become_an_order_cannot_be_abandoned() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    buying.sandbox.next(Operation.AUTHORIZE, Fault.TIMEOUT_AFTER);
    CheckoutId id = ((Pending) buying.place(cart, "tap")).checkout();

    assertThatThrownBy(() -> checkouts.abandon(Shop.ADA, id))
        .hasFieldOrPropertyWithValue("code", PaymentService.IN_PROGRESS);
    checkouts.resume(Shop.ADA, id);
    assertThatThrownBy(() -> checkouts.abandon(Shop.ADA, id))
        .hasFieldOrPropertyWithValue("code", CheckoutService.ENDED);
  }

  @Test
  void a_pickup_takes_from_its_location_only() {
    CartId cart = buying.mugs(Shop.ADA, 11);
    buying.carts.deliver(Shop.ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));

    CheckoutOutcome tooMany = buying.place(cart, "tap");
    buying.carts.change(Shop.ADA, cart, buying.cart(cart).lines().get(0).id(), Quantity.of(10));
    CheckoutOutcome placed = buying.place(cart, "tap");

    assertThat(tooMany)
        .isInstanceOfSatisfying(
            CheckoutOutcome.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .singleElement()
                    .satisfies(
                        reason ->
                            assertThat(reason.facts().values())
                                .isEqualTo(
                                    Map.of(
                                        "sku", "MUG-RED",
                                        "location", "LON",
                                        "wanted", "11",
                                        "available", "10"))));
    assertThat(placed).isInstanceOf(Placed.class);
    assertThat(buying.stock(Shop.MUG_RED, Shop.LON).available()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void nothing_is_collected_where_nobody_comes() {
    CallContext office = Shop.staff(ChannelService.EDIT);
    LocationId way = LocationId.of("WAY");
    Location onItsWay = Location.of(way, "On its way", Location.Kind.IN_TRANSIT, ZoneOffset.UTC);
    buying.shop.channels().save(office, onItsWay);
    CartId cart = buying.mugs(Shop.ADA, 1);

    for (LocationId place : List.of(way, Shop.DC)) {
      assertThatThrownBy(
              () -> buying.carts.deliver(Shop.ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, place)))
          .hasMessageContaining("Nobody collects at " + place);
    }
  }

  @Test
  void a_store_that_closed_after_it_was_chosen_sells_no_pickups() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    buying.carts.deliver(Shop.ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));
    buying
        .shop
        .channels()
        .save(
            Shop.staff(ChannelService.EDIT),
            Location.warehouse(Shop.LON, "Without a counter", ZoneOffset.UTC));

    assertThat(Buying.reasons(buying.place(cart, "tap"))).contains("delivery.not_offered");
    assertThat(buying.orders()).isEmpty();
  }

  @Test
  void what_a_cart_has_reserved_passes_into_its_checkout() {
    CartId cart = buying.mugs(Shop.ADA, 100);
    buying.carts.reserve(Shop.ADA, cart, Duration.ofHours(1));

    CheckoutOutcome outcome = buying.place(cart, "tap");

    assertThat(outcome).isInstanceOf(Placed.class);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(10));
    assertThat(buying.stock(Shop.MUG_RED, Shop.DC).reserved()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void everything_that_is_short_is_named_and_nothing_is_changed() {
    CartId cart = buying.mugs(Shop.ADA, 101);
    buying.carts.add(Shop.ADA, cart, Shop.TEE_M, Quantity.of(200));
    buying.carts.add(Shop.ADA, cart, Shop.BOOK, Quantity.of(1));
    String before = buying.dump();

    CheckoutOutcome outcome = buying.place(cart, "tap");

    assertThat(reasons(outcome))
        .containsExactly("inventory.out_of_stock", "inventory.out_of_stock");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void cash_is_taken_at_the_till_by_those_who_may() {
    CallContext till = Shop.clerk(CartService.ASSIST, PaymentService.CAPTURE);
    CartId cart = buying.mugs(Shop.ADA, 1);

    CheckoutOutcome outcome = checkouts.place(till, cart, Tender.cash("till-1-0042"), key("tap"));

    Payment payment = buying.payment(buying.order(outcome).payments().get(0));
    assertThat(payment.captured()).isEqualTo(gbp("8.94"));
    assertThat(buying.sandbox.requests()).isZero();
    assertThat(buying.order(outcome).channel()).isEqualTo(Shop.STORE);
    assertThat(buying.shop.told()).contains("payment.captured");
    CartId other = buying.mugs(Shop.ADA, 1);
    assertThatThrownBy(() -> checkouts.place(Shop.ADA, other, Tender.cash("forged"), key("forged")))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void an_order_can_bring_its_number() {
    CheckoutRequest request = paying(VISA).withNumber(OrderNumber.of("ORD-1"));
    CartId cart = buying.mugs(Shop.ADA, 1);
    CartId other = buying.mugs(Shop.BOB, 1);

    CheckoutOutcome outcome = checkouts.place(Shop.ADA, cart, request, key("tap"));

    assertThat(((Placed) outcome).orderNumber()).isEqualTo(OrderNumber.of("ORD-1"));
    assertThat(reasons(checkouts.place(Shop.BOB, other, request, key("tap"))))
        .containsExactly("checkout.number_taken");
    assertThat(
            reasons(
                checkouts.place(
                    Shop.BOB,
                    other,
                    paying(VISA).withNumber(OrderNumber.of("ord1")),
                    key("tap-2"))))
        .as("a number that is read out alike")
        .containsExactly("checkout.number_taken");
  }

  @Test
  void a_number_belongs_to_an_attempt_before_there_is_an_order() {
    CheckoutRequest request = paying(VISA).withNumber(OrderNumber.of("ORD-1"));
    CheckoutId id = ready(checkouts.begin(Shop.ADA, buying.mugs(Shop.ADA, 1), request, key("a")));
    CartId other = buying.mugs(Shop.BOB, 1);

    CheckoutOutcome refused = checkouts.place(Shop.BOB, other, request, key("b"));
    checkouts.abandon(Shop.ADA, id);
    CheckoutOutcome placed = checkouts.place(Shop.BOB, other, request, key("b"));

    assertThat(reasons(refused)).containsExactly("checkout.number_taken");
    assertThat(placed).isInstanceOf(Placed.class);
  }

  @Test
  void what_nobody_carries_is_sold_without_stock() {
    buying.shop.sell(CatalogEntry.of(Shop.BOOK, "E-book").withShippable(false));
    CartId cart = buying.cart(Shop.ADA, Shop.BOOK, 5);

    Order order = buying.order(buying.place(cart, "tap"));
    Order cancelled = checkouts.cancel(Shop.ADA, order.id(), "not needed", key("cancel"));

    assertThat(order.lines()).hasSize(1);
    assertThat(buying.stock(Shop.BOOK, Shop.LON).allocated()).isEqualTo(Quantity.ZERO);
    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void attempts_that_were_left_are_found_and_resumed() {
    CartId left = buying.mugs(Shop.ADA, 1);
    CheckoutId id = begin(left, "tap").checkout().id();
    buying.place(buying.mugs(Shop.ADA, 1), "other");

    List<Checkout> found = checkouts.unfinished(OFFICE, PageRequest.first(10)).items();
    checkouts.resume(OFFICE, id);

    assertThat(found).extracting(Checkout::id).containsExactly(id);
    assertThat(checkouts.unfinished(OFFICE, PageRequest.first(10)).items()).isEmpty();
    assertThatThrownBy(() -> checkouts.unfinished(Shop.ADA, PageRequest.first(10)))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void an_earlier_attempt_that_was_left_is_resumed_before_the_next_begins() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    BeginOutcome.Ready left = begin(cart, "crashed");
    buying.sandbox.authorize(left.request().orElseThrow());
    buying.shop.clock().advance(CheckoutService.HOLD_LIFE);

    BeginOutcome refused = checkouts.begin(Shop.ADA, cart, paying(VISA), key("next"));
    CheckoutOutcome outcome = buying.place(cart, "next");

    assertThat(refused)
        .isInstanceOfSatisfying(
            BeginOutcome.Refused.class,
            is ->
                assertThat(is.reasons())
                    .singleElement()
                    .returns(PaymentService.IN_PROGRESS, reason -> reason.code())
                    .returns(
                        Optional.of(left.checkout().id().value()),
                        reason -> reason.facts().get("checkout")));
    assertThat(reasons(outcome)).containsExactly("cart.closed");
    assertThat(buying.orders()).hasSize(1);
    assertThat(buying.sandbox.standing()).hasSize(1);
  }

  @Test
  void a_cancelled_order_gives_stock_and_money_back() {
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 2), "tap"));

    Order cancelled = checkouts.cancel(Shop.ADA, order.id(), "changed my mind", key("cancel"));

    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(cancelled.history()).hasSize(2);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110));
    assertThat(buying.jobs()).extracting(job -> job.step()).containsOnly(FulfillmentStep.CANCELLED);
    assertThat(buying.sandbox.standing()).isEmpty();
    assertThat(buying.payment(order.payments().get(0)).status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(checkouts.cancel(Shop.ADA, order.id(), "changed my mind", key("cancel")))
        .isEqualTo(cancelled);
    assertThatThrownBy(() -> checkouts.cancel(Shop.ADA, order.id(), "again", key("other")))
        .hasFieldOrPropertyWithValue("code", io.omnicommerce.order.OrderService.ILLEGAL_TRANSITION);
  }

  @Test
  void what_was_captured_of_a_cancelled_order_is_refunded() {
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 2), "tap"));
    buying.payments.capture(OFFICE, order.payments().get(0), gbp("5.00"), key("c"));

    checkouts.cancel(OFFICE, order.id(), "fraud", key("cancel"));

    assertThat(buying.sandbox.refunded(order.payments().get(0))).contains(gbp("5.00"));
  }

  @Test
  void a_cancellation_stands_though_the_gateway_fails_and_its_repeat_goes_on() {
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 2), "tap"));
    buying.sandbox.next(Operation.VOID, Fault.TIMEOUT_BEFORE);

    Order cancelled = checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel"));
    boolean standing = !buying.sandbox.standing().isEmpty();
    checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel"));

    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(standing).isTrue();
    assertThat(buying.sandbox.standing()).isEmpty();
  }

  @Test
  void orders_of_others_are_not_there_to_be_cancelled() {
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 2), "tap"));

    assertThatThrownBy(() -> checkouts.cancel(Shop.BOB, order.id(), "no", key("k")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> checkouts.get(Shop.BOB, buying.attempts().get(0).id()))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            "There is no checkout \"" + buying.attempts().get(0).id() + "\" for this caller.");
  }

  @Test
  void a_storage_in_the_hosts_transaction_begins_and_completes_and_asks_nobody() {
    CheckoutService joining = buying.on(new Joining(buying.shop.storage()), buying.sandbox);
    CartId cart = buying.mugs(Shop.ADA, 2);
    String before = buying.dump();

    assertThatThrownBy(() -> joining.place(Shop.ADA, cart, VISA, key("tap")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(PaymentService.EXTERNAL_CALL);
              assertThat(refused).hasMessageContaining("checkout().complete");
            });
    assertThat(buying.dump()).isEqualTo(before);
    BeginOutcome.Ready ready =
        (BeginOutcome.Ready) joining.begin(Shop.ADA, cart, paying(VISA), key("tap"));
    GatewayAnswer answer = buying.sandbox.authorize(ready.request().orElseThrow());
    CheckoutOutcome outcome = joining.complete(Shop.ADA, ready.checkout().id(), answer);
    assertThat(outcome).isInstanceOf(Placed.class);
    assertThatThrownBy(
            () -> joining.resume(Shop.ADA, begin(buying.mugs(Shop.ADA, 1), "b").checkout().id()))
        .hasFieldOrPropertyWithValue("code", PaymentService.EXTERNAL_CALL);
    assertThatThrownBy(
            () -> joining.cancel(Shop.ADA, ((Placed) outcome).order(), "no", key("cancel")))
        .hasFieldOrPropertyWithValue("code", PaymentService.EXTERNAL_CALL);
    assertThat(buying.order(outcome).status()).isEqualTo(OrderStatus.PLACED);
  }

  private BeginOutcome.Ready begin(CartId cart, String key) {
    return (BeginOutcome.Ready) checkouts.begin(Shop.ADA, cart, paying(VISA), key(key));
  }

  private static CheckoutId ready(BeginOutcome outcome) {
    return ((BeginOutcome.Ready) outcome).checkout().id();
  }

  private CheckoutOutcome place(CartId cart, String token, String key) {
    return checkouts.place(Shop.ADA, cart, Tender.card(token), key(key));
  }

  private static GatewayAnswer declined() {
    return new GatewayAnswer.Declined("no");
  }

  /** Works in the host's transaction, as far as anybody can see. */
  private record Joining(Storage storage) implements Storage {
    @Override
    public <R> R inTransaction(CallContext context, Work<R> work) {
      return storage.inTransaction(context, work);
    }

    @Override
    public boolean joinsHostTransaction() {
      return true;
    }

    @Override
    public io.omnicommerce.storage.Maintenance maintenance() {
      return storage.maintenance();
    }
  }
}
