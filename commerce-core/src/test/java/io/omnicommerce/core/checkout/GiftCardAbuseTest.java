package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.Crowd.triedAtOnce;
import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Cards.CARD;
import static io.omnicommerce.core.checkout.Cards.OFFICE;
import static io.omnicommerce.core.checkout.Cards.byCards;
import static io.omnicommerce.core.checkout.Cards.byCardsAnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutOutcome.Placed;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.core.returns.CoreReturnService;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.value.GiftCardCode;
import io.omnicommerce.value.GiftCardId;
import io.omnicommerce.value.GiftCardUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Gift cards and who would have more of them. The numbers are those of the abuse list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GiftCardAbuseTest {

  private final Cards shop = new Cards();
  private final Buying buying = shop.buying;
  private final ReturnService returns =
      new CoreReturnService(buying.shop.storage(), buying.payments, buying.shop.pricingOf());

  @AfterEach
  void nothing_has_drifted() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void abuse_53_a_card_spent_in_a_hundred_checkouts_at_once_is_never_overspent() throws Exception {
    GiftCardCode code = shop.issue("50.00");
    List<CartId> carts = new ArrayList<>();
    for (int n = 0; n < 100; n++) {
      carts.add(buying.mugs(buyer(n), 1));
    }

    List<Object> outcomes =
        triedAtOnce(100, n -> shop.place(buyer(n), carts.get(n), byCards(code)));

    assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(5);
    assertThat(outcomes)
        .filteredOn(CheckoutOutcome.Refused.class::isInstance)
        .hasSize(95)
        .flatExtracting(outcome -> Buying.reasons((CheckoutOutcome) outcome))
        .containsOnly("gift_card.insufficient");
    assertThat(shop.left()).isEqualTo(gbp("5.30"));
    assertThat(shop.held()).isEqualTo(gbp("0.00"));
    assertThat(buying.orders()).extracting(this::paid).containsOnly(gbp("8.94"));
    assertThat(buying.sandbox.book()).as("the gateway was never asked").isEmpty();
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(105));
  }

  @Test
  void abuse_53_what_a_card_lacks_in_a_race_is_not_charged_to_who_did_not_know() throws Exception {
    GiftCardCode code = shop.issue("20.00");
    List<CartId> carts = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      carts.add(buying.mugs(buyer(n), 1));
    }

    triedAtOnce(20, n -> shop.place(buyer(n), carts.get(n), byCardsAnd(VISA, code)));

    Money byCard = Money.zero(Shop.GBP);
    for (Order order : buying.orders()) {
      assertThat(paid(order)).isEqualTo(order.totals().grand());
      byCard = byCard.plus(paidBy(order, Tender.Kind.GIFT_CARD));
      assertThat(paidBy(order, Tender.Kind.GIFT_CARD).isPositive()).isTrue();
    }
    assertThat(byCard.plus(shop.left())).isEqualTo(gbp("20.00"));
    assertThat(buying.orders()).hasSizeBetween(2, 3);
  }

  @Test
  void abuse_53_one_checkout_clicked_fifty_times_takes_its_part_once() throws Exception {
    GiftCardCode code = shop.issue("50.00");
    CartId cart = buying.mugs(Shop.ADA, 1);

    List<Object> outcomes = triedAtOnce(50, n -> shop.place(Shop.ADA, cart, byCards(code)));

    assertThat(outcomes).hasOnlyElementsOfType(Placed.class);
    assertThat(buying.orders()).hasSize(1);
    assertThat(shop.left()).isEqualTo(gbp("41.06"));
  }

  @Test
  void abuse_54_a_gift_card_is_not_bought_with_a_gift_card() {
    sellGiftCards();
    GiftCardCode code = shop.issue("50.00");
    CartId cart = buying.cart(Shop.ADA, Shop.BOOK, 1);
    buying.carts.add(Shop.ADA, cart, Shop.MUG_RED, Quantity.ONE);

    assertThat(Buying.reasons(shop.place(Shop.ADA, cart, byCardsAnd(VISA, code))))
        .containsExactly("payment.tender_not_allowed");
    assertThat(shop.left()).isEqualTo(gbp("50.00"));
    assertThat(shop.place(Shop.ADA, cart, Buying.paying(VISA))).isInstanceOf(Placed.class);
  }

  @Test
  void abuse_54_a_market_may_let_gift_cards_be_bought_with_gift_cards() {
    sellGiftCards();
    buying.shop.conventions(Conventions.STANDARD.with(Convention.GIFT_CARD_FOR_GIFT_CARD, true));
    GiftCardCode code = shop.issue("50.00");
    CartId cart = buying.cart(Shop.ADA, Shop.BOOK, 1);

    assertThat(shop.place(Shop.ADA, cart, byCards(code))).isInstanceOf(Placed.class);
  }

  @Test
  void abuse_54_what_was_paid_by_gift_card_is_not_given_back_in_cash() {
    GiftCardCode code = shop.issue("10.00");
    CallContext till = Shop.clerk(PaymentService.CAPTURE, CartService.ASSIST);
    CartId cart = buying.mugs(Shop.ADA, 2);
    Order order =
        shipped(buying.order(shop.place(till, cart, byCardsAnd(Tender.cash("till-7"), code))));
    assertThat(paidBy(order, Tender.Kind.CASH)).isEqualTo(gbp("3.93"));
    RmaId rma = returned(order, 2);

    RefundOutcome inCash = returns.refundBy(OFFICE, rma, Tender.Kind.CASH, key("cash"));
    assertThat(((RefundOutcome.Refused) inCash).reasons())
        .extracting(reason -> reason.code().value())
        .containsExactly("payment.tender_not_allowed");

    returns.refund(OFFICE, rma, key("as-paid"));
    assertThat(shop.left()).isEqualTo(gbp("9.98"));
    assertThat(refunded(order, Tender.Kind.CASH)).isEqualTo(gbp("0.00"));
    assertThat(returns.refundBy(OFFICE, rma, Tender.Kind.CASH, key("cash-again")))
        .as("what went to the card is not told as cash afterwards")
        .isInstanceOf(RefundOutcome.Refused.class);
    assertThat(returns.refundBy(OFFICE, rma, Tender.Kind.GIFT_CARD, key("card-again")))
        .isInstanceOf(RefundOutcome.Refunded.class);
  }

  @Test
  void abuse_54_a_tender_of_the_callers_making_opens_no_card() {
    shop.issue("50.00");
    CartId cart = buying.mugs(Shop.ADA, 1);
    Tender forged = Tender.giftCard(CARD);

    assertThat(Buying.reasons(shop.place(Shop.ADA, cart, Buying.paying(forged))))
        .containsExactly("gift_card.insufficient");
    assertThat(shop.left()).isEqualTo(gbp("50.00"));
  }

  @Test
  void abuse_55_an_order_cancelled_many_times_gives_the_card_its_part_back_once() throws Exception {
    GiftCardCode code = shop.issue("50.00");
    Order order = buying.order(shop.place(Shop.ADA, buying.mugs(Shop.ADA, 1), byCards(code)));

    triedAtOnce(
        20, n -> buying.checkouts.cancel(Buying.OFFICE, order.id(), "changed", key("cancel-" + n)));
    buying.payments.resolve(OFFICE, order.payments().get(0));

    assertThat(shop.left()).isEqualTo(gbp("50.00"));
    assertThat(refunded(order, Tender.Kind.GIFT_CARD)).isEqualTo(gbp("8.94"));
  }

  @Test
  void abuse_56_nothing_and_less_is_neither_issued_nor_loaded_nor_taken() {
    GiftCardCode code = shop.issue("50.00");
    for (Money amount : List.of(gbp("-10.00"), gbp("0.00"))) {
      refused(
          "money.invalid_amount",
          () -> shop.cards.issue(OFFICE, GiftCardId.of("other"), amount, Optional.empty()));
      refused("money.invalid_amount", () -> shop.cards.load(OFFICE, CARD, amount, key("load")));
      refused("money.invalid_amount", () -> GiftCardUse.upTo(code, amount));
    }

    assertThat(shop.left()).isEqualTo(gbp("50.00"));
  }

  @Test
  void abuse_48_codes_of_gift_cards_cannot_be_guessed_in_checkouts_and_balances_together() {
    GiftCardCode code = shop.issue("50.00");
    CartId cart = buying.mugs(Shop.ADA, 1);
    for (int n = 0; n < 5; n++) {
      GiftCardCode wrong = GiftCardCode.of("GUESS-CHECKOUT-" + n);
      assertThat(Buying.reasons(shop.place(Shop.ADA, cart, byCards(wrong))))
          .containsExactly("gift_card.invalid");
      refused(
          "gift_card.invalid",
          () -> shop.cards.balance(Shop.ADA, GiftCardCode.of(wrong.value() + "B")));
    }

    refused("promotion.too_many_attempts", () -> shop.cards.balance(Shop.ADA, code));
    assertThat(Buying.reasons(shop.place(Shop.ADA, cart, byCards(code))))
        .containsExactly("promotion.too_many_attempts");
    assertThat(shop.cards.balance(Shop.BOB, code).available()).isEqualTo(gbp("50.00"));
  }

  @Test
  void abuse_47_unknown_blocked_and_ended_cards_are_answered_alike() {
    GiftCardCode blocked = shop.issue(GiftCardId.of("blocked"), "50.00");
    shop.cards.block(OFFICE, GiftCardId.of("blocked"));
    GiftCardCode ended = shop.issue(GiftCardId.of("ended"), "50.00");
    shop.cards.endAt(OFFICE, GiftCardId.of("ended"), Optional.of(Shop.START));

    List<String> answers = new ArrayList<>();
    for (GiftCardCode code : List.of(GiftCardCode.of("UNKNOWN-CARD"), blocked, ended)) {
      assertThatThrownBy(() -> shop.cards.balance(Shop.ADA, code))
          .satisfies(thrown -> answers.add(thrown.toString()));
    }

    assertThat(answers).hasSize(3);
    assertThat(answers.stream().distinct()).hasSize(1);
  }

  @Test
  void no_code_is_stored_or_told() {
    GiftCardCode code = shop.issue("50.00");
    shop.place(Shop.ADA, buying.mugs(Shop.ADA, 1), byCards(code));

    String told = buying.shop.storage().maintenance().outbox().unpublished(1_000).toString();
    assertThat(buying.dump() + told + code).contains("card-1").doesNotContain(code.value());
  }

  private void sellGiftCards() {
    buying.shop.sell(
        CatalogEntry.of(Shop.BOOK, "Gift card")
            .withTaxCategory("zero")
            .withAttributes(Map.of(CatalogEntry.GIFT_CARD, "true")));
  }

  private Order shipped(Order order) {
    new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD).confirm(OFFICE, order.id());
    CoreFulfillmentService jobs =
        new CoreFulfillmentService(buying.shop.storage(), buying.shop.secrets());
    for (Fulfillment job : jobs.ofOrder(OFFICE, order.id())) {
      jobs.shipAll(OFFICE, job.id(), Optional.empty(), key("out-" + job.id()));
    }
    return order;
  }

  private RmaId returned(Order order, int units) {
    RmaId rma = RmaId.of("rma-" + order.id());
    returns.open(
        OFFICE,
        rma,
        order.id(),
        List.of(ReturnLine.of(order.lines().get(0).priced().id(), Quantity.of(units))));
    returns.receive(OFFICE, rma, Shop.LON, Disposition.RESTOCK);
    return rma;
  }

  private Money paid(Order order) {
    Money paid = Money.zero(Shop.GBP);
    for (Tender.Kind kind : Tender.Kind.values()) {
      paid = paid.plus(paidBy(order, kind));
    }
    return paid;
  }

  private Money paidBy(Order order, Tender.Kind kind) {
    return Money.sum(
        Shop.GBP,
        order.payments().stream()
            .map(buying::payment)
            .filter(payment -> payment.tender().kind() == kind)
            .map(payment -> payment.amount())
            .toList());
  }

  private Money refunded(Order order, Tender.Kind kind) {
    return Money.sum(
        Shop.GBP,
        order.payments().stream()
            .map(buying::payment)
            .filter(payment -> payment.tender().kind() == kind)
            .map(payment -> payment.refunded())
            .toList());
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(CommerceException.class)
        .extracting(thrown -> ((CommerceException) thrown).code().value())
        .isEqualTo(code);
  }

  private static CallContext buyer(int n) {
    return Shop.context(Shop.WEB, Actor.customer(CustomerId.of("buyer-" + n)));
  }
}
