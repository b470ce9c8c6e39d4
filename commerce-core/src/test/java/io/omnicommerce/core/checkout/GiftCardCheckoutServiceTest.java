package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Buying.reasons;
import static io.omnicommerce.core.checkout.Cards.CARD;
import static io.omnicommerce.core.checkout.Cards.OFFICE;
import static io.omnicommerce.core.checkout.Cards.byCards;
import static io.omnicommerce.core.checkout.Cards.byCardsAnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.RefundOrder;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutOutcome.Pending;
import io.omnicommerce.checkout.CheckoutOutcome.Placed;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.returns.CoreReturnService;
import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inmemory.SandboxGateway.Fault;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.value.GiftCardCode;
import io.omnicommerce.value.GiftCardId;
import io.omnicommerce.value.GiftCardUse;
import java.util.Collections;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Paying by gift card. A mug is 4.99 and delivery 3.95, so one comes to 8.94, two to 13.93. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GiftCardCheckoutServiceTest {

  private static final GiftCardId SECOND = GiftCardId.of("card-2");

  private final Cards shop = new Cards();
  private final Buying buying = shop.buying;

  @AfterEach
  void nothing_has_drifted() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void a_card_pays_what_it_has_and_the_tender_pays_the_rest() {
    GiftCardCode code = shop.issue("5.00");

    Order order = ordered(byCardsAnd(VISA, code));

    Payment rest = payment(order, 0);
    Payment card = payment(order, 1);
    assertThat(order.totals().grand()).isEqualTo(gbp("8.94"));
    assertThat(rest.tender()).isEqualTo(VISA);
    assertThat(rest.amount()).isEqualTo(gbp("3.94"));
    assertThat(card.tender()).isEqualTo(Tender.giftCard(CARD));
    assertThat(card.status()).isEqualTo(PaymentStatus.AUTHORIZED);
    assertThat(card.captured()).isEqualTo(gbp("5.00"));
    assertThat(card.subject().id()).isEqualTo(order.id().value());
    assertThat(buying.sandbox.standing()).hasSize(1);
    assertThat(shop.left()).isEqualTo(gbp("0.00"));
    assertThat(buying.shop.told()).contains("gift_card.issued", "payment.captured");
  }

  @Test
  void cards_that_pay_all_of_it_leave_nothing_to_ask_the_gateway_for() {
    GiftCardCode first = shop.issue("5.00");
    GiftCardCode second = shop.issue(SECOND, "50.00");

    Order order = ordered(byCardsAnd(VISA, first, second));

    assertThat(order.payments()).hasSize(2);
    assertThat(payment(order, 0).amount()).isEqualTo(gbp("5.00"));
    assertThat(payment(order, 1).amount()).isEqualTo(gbp("3.94"));
    assertThat(buying.sandbox.requests()).isZero();
    assertThat(shop.left(SECOND)).isEqualTo(gbp("46.06"));
  }

  @Test
  void a_card_that_is_not_needed_any_more_is_left_alone_and_one_named_twice_counts_once() {
    GiftCardCode first = shop.issue("50.00");
    GiftCardCode empty = shop.issue(SECOND, "8.94");
    ordered(byCards(empty));

    Order order = ordered(byCards(first, first, empty));

    assertThat(order.payments()).hasSize(1);
    assertThat(shop.left()).isEqualTo(gbp("41.06"));
  }

  @Test
  void no_more_is_taken_of_a_card_than_was_allowed() {
    GiftCardCode code = shop.issue("50.00");

    Order order =
        ordered(CheckoutRequest.of(VISA).withGiftCards(GiftCardUse.upTo(code, gbp("2.00"))));

    assertThat(payment(order, 0).amount()).isEqualTo(gbp("6.94"));
    assertThat(shop.left()).isEqualTo(gbp("48.00"));
  }

  @Test
  void a_card_with_nothing_on_it_is_refused_and_not_paid_otherwise_unasked() {
    GiftCardCode code = shop.issue("8.94");
    ordered(byCards(code));

    assertThat(reasons(place(mug(), byCardsAnd(VISA, code))))
        .containsExactly("gift_card.insufficient");
    assertThat(buying.sandbox.requests()).isZero();
  }

  @Test
  void what_an_attempt_holds_is_not_there_for_another_and_comes_back_with_its_end() {
    GiftCardCode code = shop.issue("10.00");
    BeginOutcome.Ready ready =
        (BeginOutcome.Ready) buying.checkouts.begin(Shop.ADA, mug(), byCards(code), key("begin"));
    assertThat(ready.request()).isEmpty();
    assertThat(shop.left()).isEqualTo(gbp("1.06"));
    assertThat(shop.held()).isEqualTo(gbp("8.94"));
    CartId bobs = buying.mugs(Shop.BOB, 1);
    assertThat(reasons(shop.place(Shop.BOB, bobs, byCards(code))))
        .containsExactly("gift_card.insufficient");

    buying.checkouts.abandon(Shop.ADA, ready.checkout().id());

    assertThat(shop.left()).isEqualTo(gbp("10.00"));
    assertThat(shop.place(Shop.BOB, bobs, byCards(code))).isInstanceOf(Placed.class);
  }

  @Test
  void what_a_dead_attempt_held_is_there_for_the_next_without_a_sweep() {
    GiftCardCode code = shop.issue("10.00");
    buying.checkouts.begin(Shop.ADA, mug(), byCards(code), key("begin"));
    buying.shop.clock().advance(CheckoutService.HOLD_LIFE);

    assertThat(shop.left()).isEqualTo(gbp("10.00"));
    assertThat(shop.place(Shop.BOB, buying.mugs(Shop.BOB, 1), byCards(code)))
        .isInstanceOf(Placed.class);
  }

  @Test
  void a_declined_rest_gives_the_cards_part_back() {
    GiftCardCode code = shop.issue("5.00");
    CartId cart = mug();

    CheckoutOutcome outcome = place(cart, byCardsAnd(Tender.card(SandboxGateway.DECLINED), code));

    assertThat(reasons(outcome)).containsExactly("checkout.payment_declined");
    assertThat(shop.left()).isEqualTo(gbp("5.00"));
    assertThat(buying.cart(cart).status()).isEqualTo(CartStatus.OPEN);
  }

  @Test
  void a_part_whose_hold_expired_while_the_gateway_was_asked_is_taken_anew() {
    GiftCardCode code = shop.issue("5.00");
    CheckoutService slow = buying.through(new Slow(buying, CheckoutService.HOLD_LIFE));

    CheckoutOutcome outcome = slow.place(Shop.ADA, mug(), byCardsAnd(VISA, code), key("slow"));

    assertThat(outcome).isInstanceOf(Placed.class);
    assertThat(shop.left()).isEqualTo(gbp("0.00"));
    assertThat(shop.held()).isEqualTo(gbp("0.00"));
  }

  @Test
  void a_part_that_somebody_else_has_spent_meanwhile_ends_the_attempt_and_its_promise() {
    GiftCardCode code = shop.issue("5.00");
    CheckoutService slow = buying.through(meanwhile(() -> ordered(byCardsAnd(VISA, code))));

    CheckoutOutcome outcome =
        slow.place(Shop.BOB, buying.mugs(Shop.BOB, 1), byCardsAnd(VISA, code), key("slow"));

    assertThat(reasons(outcome)).containsExactly("gift_card.insufficient");
    assertThat(buying.orders()).hasSize(1);
    assertThat(buying.sandbox.standing()).hasSize(1);
  }

  @Test
  void a_card_that_was_blocked_meanwhile_is_not_held_anew() {
    GiftCardCode code = shop.issue("5.00");
    CheckoutService slow = buying.through(meanwhile(() -> shop.cards.block(OFFICE, CARD)));

    CheckoutOutcome outcome = slow.place(Shop.ADA, mug(), byCardsAnd(VISA, code), key("slow"));

    assertThat(reasons(outcome)).containsExactly("gift_card.invalid");
    assertThat(buying.sandbox.standing()).isEmpty();
    assertThat(shop.left()).isEqualTo(gbp("5.00"));
  }

  @Test
  void a_part_waits_with_its_attempt_until_the_gateway_has_said() {
    GiftCardCode code = shop.issue("5.00");
    buying.sandbox.next(Operation.AUTHORIZE, Fault.TIMEOUT_AFTER);
    Pending pending = (Pending) place(mug(), byCardsAnd(VISA, code));
    buying.shop.clock().advance(CheckoutService.HOLD_LIFE);
    buying.shop.storage().maintenance().expireDue(100);
    assertThat(shop.held()).isEqualTo(gbp("5.00"));

    CheckoutOutcome outcome = buying.checkouts.resume(Shop.ADA, pending.checkout());

    assertThat(outcome).isInstanceOf(Placed.class);
    assertThat(shop.held()).isEqualTo(gbp("0.00"));
    assertThat(shop.left()).isEqualTo(gbp("0.00"));
  }

  @Test
  void a_cancelled_order_gives_each_means_of_payment_back_what_it_paid() {
    GiftCardCode code = shop.issue("5.00");
    Order order = ordered(byCardsAnd(VISA, code));

    buying.checkouts.cancel(Shop.ADA, order.id(), "changed my mind", key("cancel"));

    assertThat(shop.left()).isEqualTo(gbp("5.00"));
    assertThat(payment(order, 0).status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(payment(order, 1).refunded()).isEqualTo(gbp("5.00"));
    assertThat(buying.sandbox.standing()).isEmpty();
  }

  @Test
  void a_cancelled_part_goes_back_to_the_card_it_was_paid_with() {
    GiftCardCode code = shop.issue("50.00");
    Order order = buying.order(place(buying.mugs(Shop.ADA, 3), byCards(code)));
    Money left = shop.left();

    Order less =
        buying.checkouts.cancel(
            Shop.ADA,
            order.id(),
            Map.of(order.lines().get(0).priced().id(), Quantity.ONE),
            "one less",
            key("part"));

    assertThat(less.due()).isLessThan(order.due());
    assertThat(shop.left()).isEqualTo(left.plus(order.due().minus(less.due())));
  }

  @Test
  void money_goes_back_to_the_card_first() {
    GiftCardCode code = shop.issue("5.00");
    Order order = ordered(byCardsAnd(VISA, code));

    refund(order, "6.00");

    assertThat(shop.left()).isEqualTo(gbp("5.00"));
    assertThat(payment(order, 0).refunded()).isEqualTo(gbp("1.00"));
  }

  @Test
  void a_market_may_give_back_to_the_card_last_and_what_it_said_at_the_time_counts() {
    buying.shop.conventions(
        Conventions.STANDARD.with(Convention.REFUND_ORDER, RefundOrder.GIFT_CARD_LAST));
    GiftCardCode code = shop.issue("5.00");
    Order order = ordered(byCardsAnd(VISA, code));
    buying.shop.conventions(Conventions.STANDARD);

    refund(order, "6.00");

    assertThat(payment(order, 0).refunded()).isEqualTo(gbp("3.94"));
    assertThat(shop.left()).isEqualTo(gbp("2.06"));
  }

  @Test
  void a_card_is_good_in_every_channel_and_in_no_other_currency() {
    GiftCardCode code = shop.issue("5.00");
    Currency eur = Currency.getInstance("EUR");
    GiftCardCode foreign =
        shop.cards
            .issue(OFFICE, SECOND, Money.of("50.00", eur), Optional.empty())
            .code()
            .orElseThrow();
    CartId cart = buying.mugs(Shop.ADA_IN_APP, 1);

    assertThat(reasons(shop.place(Shop.ADA_IN_APP, cart, byCards(foreign))))
        .containsExactly("gift_card.invalid");
    assertThat(shop.place(Shop.ADA_IN_APP, cart, byCardsAnd(VISA, code)))
        .isInstanceOf(Placed.class);
  }

  @Test
  void a_key_is_for_its_gift_cards_too() {
    GiftCardCode code = shop.issue("50.00");
    CartId cart = mug();
    place(cart, byCards(code));

    assertThat(place(cart, byCards(GiftCardCode.of(" " + code.value().toLowerCase(Locale.ROOT)))))
        .isInstanceOf(Placed.class);
    assertThatThrownBy(() -> place(cart, byCardsAnd(VISA, code)))
        .isInstanceOf(IdempotencyMismatchException.class);
  }

  @Test
  void an_order_is_paid_with_ten_gift_cards_at_most() {
    GiftCardUse use = GiftCardUse.of(GiftCardCode.of("TWELVE-CHARS"));
    GiftCardUse[] many = Collections.nCopies(11, use).toArray(GiftCardUse[]::new);

    assertThatThrownBy(() -> CheckoutRequest.of(VISA).withGiftCards(many))
        .isInstanceOf(LimitExceededException.class)
        .hasFieldOrPropertyWithValue("code", CheckoutService.LIMIT_EXCEEDED);
  }

  private Slow meanwhile(Runnable done) {
    return new Slow(buying, CheckoutService.HOLD_LIFE) {
      private boolean isDone;

      @Override
      void meanwhile() {
        super.meanwhile();
        if (!isDone) {
          isDone = true;
          done.run();
        }
      }
    };
  }

  /** Goodwill, after everything was captured. */
  private void refund(Order order, String amount) {
    buying.payments.capture(
        OFFICE, order.payments().get(0), payment(order, 0).amount(), key("capture"));
    ReturnService returns =
        new CoreReturnService(buying.shop.storage(), buying.payments, buying.shop.pricingOf());
    returns.refundGoodwill(OFFICE, order.id(), gbp(amount), "late", key("goodwill"));
  }

  private Order ordered(CheckoutRequest request) {
    return buying.order(place(mug(), request));
  }

  private CheckoutOutcome place(CartId cart, CheckoutRequest request) {
    return shop.place(Shop.ADA, cart, request);
  }

  private CartId mug() {
    return buying.mugs(Shop.ADA, 1);
  }

  private Payment payment(Order order, int number) {
    return buying.payment(order.payments().get(number));
  }
}
