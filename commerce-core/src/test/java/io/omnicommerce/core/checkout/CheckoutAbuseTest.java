package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Buying.paying;
import static io.omnicommerce.core.checkout.Buying.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.Assortment;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutOutcome.Pending;
import io.omnicommerce.checkout.CheckoutOutcome.Placed;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.checkout.CheckoutStatus;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Version;
import io.omnicommerce.common.spi.IdGenerator;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxGateway.Fault;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.StorageException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckoutAbuseTest {

  private final Buying buying = new Buying();
  private final CheckoutService checkouts = buying.checkouts;

  @AfterEach
  void nothing_has_drifted() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void abuse_69_nothing_is_added_to_a_cart_that_is_being_paid() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    BeginOutcome.Ready ready = begin(cart, "tap");
    String before = buying.dump();

    assertThatThrownBy(() -> buying.carts.add(Shop.ADA, cart, Shop.TEE_M, Quantity.of(5)))
        .hasFieldOrPropertyWithValue("code", CartService.CHECKING_OUT);
    assertThat(buying.dump()).isEqualTo(before);
    CheckoutOutcome outcome =
        checkouts.complete(
            Shop.ADA,
            ready.checkout().id(),
            buying.sandbox.authorize(ready.request().orElseThrow()));
    assertThat(buying.order(outcome).totals().grand()).isEqualTo(gbp("8.94"));
  }

  @Test
  void abuse_69_what_was_paid_for_a_cart_that_was_changed_later_goes_back() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    BeginOutcome.Ready ready = begin(cart, "tap");
    GatewayAnswer answer = buying.sandbox.authorize(ready.request().orElseThrow());
    buying.shop.clock().advance(CheckoutService.HOLD_LIFE);
    buying.carts.add(Shop.ADA, cart, Shop.TEE_M, Quantity.of(5));

    CheckoutOutcome outcome = checkouts.complete(Shop.ADA, ready.checkout().id(), answer);
    checkouts.resume(Shop.ADA, ready.checkout().id());

    assertThat(reasons(outcome)).containsExactly("checkout.cart_changed");
    assertThat(buying.orders()).isEmpty();
    assertThat(buying.sandbox.standing()).isEmpty();
  }

  @Test
  void abuse_70_a_cart_becomes_one_order_whatever_the_key() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    CheckoutOutcome first = buying.place(cart, "tap");

    CheckoutOutcome sameKey = buying.place(cart, "tap");
    CheckoutOutcome otherKey = buying.place(cart, "other");

    assertThat(sameKey).isEqualTo(first);
    assertThat(otherKey)
        .isInstanceOfSatisfying(
            CheckoutOutcome.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .singleElement()
                    .satisfies(
                        reason -> {
                          assertThat(reason.code()).isEqualTo(CartService.CLOSED);
                          assertThat(reason.facts().get("successor"))
                              .contains("order " + ((Placed) first).order());
                        }));
    assertThat(buying.orders()).hasSize(1);
  }

  @Test
  void abuse_71_keys_of_two_people_are_two_wherever_the_slashes_stand() {
    CallContext first = clerk("a");
    CallContext second = clerk("a/b");
    CartId cart = buying.mugs(Shop.ADA, 1);
    CartId other = buying.mugs(Shop.ADA, 2);

    CheckoutOutcome one = checkouts.place(first, cart, VISA, key("b/c"));
    CheckoutOutcome two = checkouts.place(second, other, VISA, key("c"));

    assertThat(buying.order(one).cart()).isEqualTo(cart);
    assertThat(buying.order(two).cart()).isEqualTo(other);
  }

  private static CallContext clerk(String id) {
    return Buying.OFFICE.withActor(Actor.staff(id, CartService.ASSIST));
  }

  @Test
  void the_longest_ids_of_a_host_are_good_for_an_order_and_its_jobs() {
    AtomicInteger count = new AtomicInteger();
    IdGenerator longest = () -> "%064d".formatted(count.incrementAndGet());
    CheckoutService service =
        new CoreCheckoutService(
            buying.shop.storage(),
            longest,
            new CartPricing(buying.shop.pricingOf()),
            buying.payments,
            buying.sandbox);

    CheckoutOutcome outcome = service.place(Shop.ADA, buying.mugs(Shop.ADA, 1), VISA, key("tap"));

    Order order = buying.order(outcome);
    assertThat(order.id().value()).hasSize(64);
    assertThat(buying.jobs()).singleElement().extracting("order").isEqualTo(order.id());
  }

  @Test
  void a_malformed_id_of_the_host_is_the_hosts_mistake_and_nothing_is_asked_of_the_gateway() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    String before = buying.dump();

    for (String malformed : Arrays.asList(null, "", " ", "x".repeat(65), "ünïque")) {
      CheckoutService service =
          new CoreCheckoutService(
              buying.shop.storage(),
              () -> malformed,
              new CartPricing(buying.shop.pricingOf()),
              buying.payments,
              buying.sandbox);
      assertThatThrownBy(() -> service.place(Shop.ADA, cart, VISA, key("tap")))
          .isInstanceOf(PortContractException.class);
    }
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void abuse_71_a_key_is_good_for_one_content() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    buying.place(cart, "tap");
    CartId other = buying.mugs(Shop.ADA, 1);
    String before = buying.dump();

    assertThatThrownBy(() -> buying.place(other, "tap"))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThatThrownBy(() -> checkouts.place(Shop.ADA, cart, Tender.card("tok_other"), key("tap")))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void abuse_72_keys_are_checked_and_belong_to_whoever_uses_them() {
    CartId mine = buying.mugs(Shop.ADA, 1);
    CartId theirs = buying.mugs(Shop.BOB, 1);

    CheckoutOutcome ada = buying.place(mine, "tap");
    CheckoutOutcome bob = checkouts.place(Shop.BOB, theirs, VISA, key("tap"));

    assertThat(List.of(ada, bob)).hasOnlyElementsOfType(Placed.class).doesNotHaveDuplicates();
    assertThatThrownBy(() -> IdempotencyKey.of("")).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> IdempotencyKey.of("k".repeat(10_240)))
        .isInstanceOf(InvalidInputException.class);
    var elsewhere =
        io.omnicommerce.common.CallContext.of(TenantId.of("other"), Shop.WEB, Shop.ADA.actor());
    assertThatThrownBy(() -> checkouts.place(elsewhere, mine, VISA, key("tap")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> checkouts.place(Shop.BOB, mine, VISA, key("mine")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void abuse_73_a_second_order_of_a_cart_is_refused_by_the_storage_itself() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    Order order = buying.order(buying.place(cart, "tap"));

    assertThatThrownBy(() -> write(copy(order, "second")))
        .hasFieldOrPropertyWithValue("code", StorageException.KEY_TAKEN);
    assertThat(buying.orders()).containsExactly(order);
  }

  @Test
  void abuse_74_no_step_can_be_skipped() {
    CartId cart = buying.carts.open(Shop.ADA, Shop.GBP);
    String before = buying.dump();

    CheckoutOutcome outcome = buying.place(cart, "tap");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            CheckoutOutcome.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .allMatch(reason -> reason.code().equals(CheckoutService.MISSING_STEP))
                    .allMatch(reason -> reason.message().contains("carts()."))
                    .extracting(reason -> reason.facts().get("step").orElseThrow())
                    .containsExactly("lines", "contact", "delivery"));
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void abuse_75_a_delivery_that_does_not_go_there_any_more_is_refused() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    LeadTime days = new LeadTime(Duration.ofDays(1), Duration.ofDays(3));
    buying
        .shop
        .deliveries()
        .save(
            Shop.staff(DeliveryService.EDIT),
            DeliveryMethod.ship(Shop.STANDARD, "Standard", days, gbp("3.95"))
                .withCountries(CountryCode.of("FR")));

    refused("delivery.not_offered", () -> buying.place(cart, "tap"));
  }

  @Test
  void abuse_75_a_total_that_is_not_the_one_shown_is_refused() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    CheckoutRequest shown =
        paying(VISA).expecting(gbp("8.94")).expecting(buying.cart(cart).version());
    buying.shop.price(Shop.MUG_RED, "5.99");

    refused("checkout.cart_changed", () -> checkouts.place(Shop.ADA, cart, shown, key("tap")));
    CheckoutRequest stale = paying(VISA).expecting(gbp("9.94")).expecting(Version.of(1));
    refused("checkout.cart_changed", () -> checkouts.place(Shop.ADA, cart, stale, key("tap")));
    assertThat(checkouts.place(Shop.ADA, cart, paying(VISA).expecting(gbp("9.94")), key("tap")))
        .isInstanceOf(Placed.class);
  }

  @Test
  void abuse_79_what_is_not_sold_in_the_channel_cannot_be_ordered_through_it() {
    buying.shop.sell(
        CatalogEntry.of(Shop.MUG_RED, "Mug, red").withAssortment(Assortment.only(Shop.APP)));
    CartId cart = buying.mugs(Shop.ADA_IN_APP, 1);

    refused("catalog.not_sellable", () -> buying.place(cart, "tap"));
    assertThat(checkouts.place(Shop.ADA_IN_APP, cart, VISA, key("tap"))).isInstanceOf(Placed.class);
  }

  @Test
  void abuse_80_of_nothing_nothing_is_charged() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    buying.carts.charge(
        Shop.staff(CartService.ASSIST, CartService.CHARGE),
        cart,
        new Charge(LineId.of("gift"), "discount", "A gift", gbp("-8.94"), "standard"));

    CheckoutOutcome outcome = buying.place(cart, "tap");

    Order order = buying.order(outcome);
    assertThat(order.totals().grand()).isEqualTo(gbp("0.00"));
    assertThat(order.payments()).isEmpty();
    assertThat(buying.sandbox.requests()).isZero();
    assertThat(buying.stock(Shop.MUG_RED, Shop.LON).allocated()).isEqualTo(Quantity.ONE);
  }

  @Test
  void abuse_81_a_promised_price_ends_by_the_clock_of_the_storage() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    buying.carts.lockPrices(Shop.ADA, cart, Duration.ofHours(1));
    buying.shop.price(Shop.MUG_RED, "9.99");
    CheckoutRequest request = paying(VISA).expecting(gbp("8.94"));
    CheckoutId promised = id(checkouts.begin(Shop.ADA, cart, request, key("in-time")));
    checkouts.abandon(Shop.ADA, promised);

    buying.shop.clock().advance(Duration.ofHours(1));

    refused("checkout.cart_changed", () -> checkouts.place(Shop.ADA, cart, request, key("late")));
  }

  @Test
  void abuse_95_an_answer_about_another_amount_makes_no_order() {
    for (Money wrong : List.of(gbp("0.01"), gbp("8.93"), gbp("8.95"), gbp("-8.94"), eur("8.94"))) {
      BeginOutcome.Ready ready = begin(buying.mugs(Shop.ADA, 1), "tap-" + wrong);
      CheckoutId id = ready.checkout().id();

      CheckoutOutcome outcome =
          checkouts.complete(Shop.ADA, id, new GatewayAnswer.Approved("forged", wrong));

      assertThat(reasons(outcome)).containsExactly("checkout.payment_mismatch");
      assertThat(checkouts.get(Shop.ADA, id).status()).isEqualTo(CheckoutStatus.UNKNOWN);
      assertThat(buying.payment(id).status()).isEqualTo(PaymentStatus.UNKNOWN);
      assertThat(buying.orders()).isEmpty();
    }
  }

  @Test
  void abuse_95_what_was_charged_wrongly_waits_for_an_operator() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    buying.sandbox.next(Operation.AUTHORIZE, Fault.WRONG_AMOUNT);

    CheckoutOutcome outcome = buying.place(cart, "tap");
    CheckoutId id = buying.attempts().get(0).id();
    CheckoutOutcome again = buying.place(cart, "tap");
    CheckoutOutcome decided =
        checkouts.complete(Buying.OFFICE, id, new GatewayAnswer.Declined("voided by hand"));

    assertThat(reasons(outcome)).containsExactly("checkout.payment_mismatch");
    assertThat(again).isEqualTo(outcome);
    assertThat(reasons(decided)).containsExactly("checkout.payment_declined");
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110));
  }

  @Test
  void abuse_95_an_attempt_of_somebody_else_cannot_be_completed() {
    BeginOutcome.Ready ready = begin(buying.mugs(Shop.ADA, 1), "tap");
    GatewayAnswer answer = new GatewayAnswer.Approved("mine", gbp("8.94"));
    String before = buying.dump();

    assertThatThrownBy(() -> checkouts.complete(Shop.BOB, ready.checkout().id(), answer))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> checkouts.resume(Shop.BOB, ready.checkout().id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> checkouts.abandon(Shop.BOB, ready.checkout().id()))
        .isInstanceOf(NotFoundException.class);
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void abuse_98_a_gateway_that_breaks_its_contract_leaves_the_outcome_unknown() {
    List<Supplier<GatewayAnswer>> nonsense =
        List.of(
            () -> null,
            () -> {
              throw new LinkageError("broken");
            },
            () -> new GatewayAnswer.Approved("r".repeat(10 << 20), gbp("8.94")),
            () -> new GatewayAnswer.ActionNeeded("ref", "a".repeat(10 << 20)),
            () -> new GatewayAnswer.Unknown("u".repeat(10 << 20)));
    for (Supplier<GatewayAnswer> answer : nonsense) {
      CartId cart = buying.mugs(Shop.ADA, 1);
      CheckoutService broken =
          buying.through(
              new Slow(buying, Duration.ZERO) {
                @Override
                public GatewayAnswer authorize(io.omnicommerce.payment.spi.GatewayRequest request) {
                  return answer.get();
                }
              });

      CheckoutOutcome outcome =
          broken.place(Shop.ADA, cart, VISA, key("tap-" + nonsense.indexOf(answer)));

      CheckoutId id = ((Pending) outcome).checkout();
      assertThat(checkouts.get(Shop.ADA, id).status()).isEqualTo(CheckoutStatus.UNKNOWN);
      assertThat(reasons(checkouts.resume(Shop.ADA, id))).containsExactly("checkout.ended");
    }
  }

  @Test
  void abuse_98_a_reason_of_ten_megabytes_is_shortened() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    CheckoutId id = begin(cart, "tap").checkout().id();

    checkouts.complete(
        Shop.ADA, id, new GatewayAnswer.Declined("no \u202e" + "x".repeat(10 << 20)));

    assertThat(buying.payment(id).declineReason().orElseThrow())
        .hasSizeLessThan(100)
        .startsWith("no \\u202e");
  }

  @Test
  void abuse_100_no_second_payment_begins_while_the_first_is_unknown() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    buying.sandbox.next(Operation.AUTHORIZE, Fault.TIMEOUT_AFTER);
    buying.place(cart, "tap");
    buying.sandbox.next(Operation.QUERY, Fault.TIMEOUT_BEFORE);

    CheckoutOutcome outcome = buying.place(cart, "other");

    assertThat(reasons(outcome)).containsExactly("payment.in_progress");
    assertThat(buying.sandbox.book()).hasSize(1);
    assertThat(buying.attempts()).hasSize(1);
  }

  @Test
  void abuse_100_a_second_attempt_waits_for_the_first() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    begin(cart, "tap");

    refused("cart.checking_out", () -> buying.place(cart, "other"));
  }

  private void refused(String code, Supplier<CheckoutOutcome> call) {
    String before = buying.dump();
    CheckoutOutcome outcome = call.get();
    assertThat(reasons(outcome)).contains(code);
    assertThat(buying.dump()).isEqualTo(before);
  }

  private BeginOutcome.Ready begin(CartId cart, String key) {
    return (BeginOutcome.Ready) checkouts.begin(Shop.ADA, cart, paying(VISA), key(key));
  }

  private static CheckoutId id(BeginOutcome outcome) {
    return ((BeginOutcome.Ready) outcome).checkout().id();
  }

  private static Money eur(String amount) {
    return Money.of(amount, Currencies.of("EUR"));
  }

  private Object write(Order order) {
    return buying
        .shop
        .storage()
        .inTransaction(
            Buying.OFFICE,
            session ->
                session.commit(
                    Decision.builder()
                        .save(DocumentWrite.create(OrderDocuments.TYPE, order.id().value(), order))
                        .build()));
  }

  private static Order copy(Order order, String id) {
    return new Order(
        OrderId.of(id),
        io.omnicommerce.order.OrderNumber.of(id),
        order.version(),
        order.cart(),
        order.owner(),
        order.channel(),
        order.status(),
        order.lines(),
        order.charges(),
        order.totals(),
        order.trace(),
        order.contact(),
        order.delivery(),
        order.promise(),
        order.payments(),
        order.cards(),
        order.holds(),
        order.amendments(),
        order.origin(),
        order.history(),
        order.placedAt());
  }
}
