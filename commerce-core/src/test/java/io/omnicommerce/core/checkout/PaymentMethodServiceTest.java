package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Campaigns.fixed;
import static io.omnicommerce.core.checkout.Campaigns.promotion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutOutcome.Placed;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Promotion;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What depends on how it is paid. Two mugs are 9.98, delivery 3.95. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentMethodServiceTest {

  private static final Tender INVOICE = Tender.card("tok_invoice").withMethod("invoice");
  private static final CallContext TILL = Shop.staff(CartService.ASSIST, PaymentService.CAPTURE);

  private final Campaigns campaigns = new Campaigns();
  private final Buying buying = campaigns.buying;
  private final CartService carts = buying.carts;

  @Test
  void a_cart_shows_what_it_costs_paid_as_it_says_and_is_ordered_so() {
    campaigns.run(paidBy(fixed("card", "2.00"), "card"));
    CartId cart = buying.mugs(Shop.ADA, 2);
    assertThat(shown(cart)).isEqualTo(gbp("13.93"));

    carts.choosePayment(Shop.ADA, cart, "card");

    assertThat(shown(cart)).isEqualTo(gbp("11.93"));
    Order order = buying.order(buying.place(cart, "a"));
    assertThat(order.totals().grand()).isEqualTo(gbp("11.93"));
    assertThat(
            new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD)
                .pricedFrom(Shop.staff(OrderService.VIEW), order.id())
                .orElseThrow()
                .occasion()
                .paymentMethod())
        .contains("card");
  }

  @Test
  void paid_otherwise_for_another_total_is_refused_with_both_methods_and_totals() {
    campaigns.run(paidBy(fixed("card", "2.00"), "card"));
    CartId cart = buying.mugs(Shop.ADA, 2);
    carts.choosePayment(Shop.ADA, cart, "card");
    String before = buying.dump();

    Refusal refusal = refusal(buying.checkouts.place(Shop.ADA, cart, INVOICE, key("a")));

    assertThat(refusal.code()).hasToString("checkout.payment_method_changed");
    assertThat(refusal.facts().get("stated")).contains("card");
    assertThat(refusal.facts().get("tender")).contains("invoice");
    assertThat(refusal.facts().get("shown")).contains("GBP 11.93");
    assertThat(refusal.facts().get("total")).contains("GBP 13.93");
    assertThat(buying.dump()).isEqualTo(before);

    carts.choosePayment(Shop.ADA, cart, "invoice");
    assertThat(
            buying
                .order(buying.checkouts.place(Shop.ADA, cart, INVOICE, key("a")))
                .totals()
                .grand())
        .isEqualTo(gbp("13.93"));
  }

  @Test
  void a_cart_that_says_nothing_was_shown_without_what_depends_on_it() {
    campaigns.run(paidBy(fixed("card", "2.00"), "card"));
    CartId cart = buying.mugs(Shop.ADA, 2);

    Refusal refusal = refusal(buying.place(cart, "a"));

    assertThat(refusal.code()).hasToString("checkout.payment_method_changed");
    assertThat(refusal.facts().get("stated")).contains("none");
  }

  @Test
  void who_was_shown_the_very_total_has_agreed_to_it() {
    campaigns.run(paidBy(fixed("card", "2.00"), "card"));
    CartId cart = buying.mugs(Shop.ADA, 2);

    CheckoutOutcome outcome =
        buying.checkouts.place(
            Shop.ADA, cart, Buying.paying(VISA).expecting(gbp("11.93")), key("a"));

    assertThat(buying.order(outcome).totals().grand()).isEqualTo(gbp("11.93"));
  }

  @Test
  void what_cash_does_not_get_is_not_got_by_keeping_silent() {
    Promotion notCash = fixed("not-cash", "2.00").toBuilder().when(not("cash")).build();
    campaigns.run(notCash);
    CartId cart = buying.mugs(Shop.ADA, 2);
    assertThat(shown(cart)).isEqualTo(gbp("11.93"));

    CheckoutOutcome outcome =
        buying.checkouts.place(TILL, cart, Tender.cash("receipt-1"), key("a"));

    assertThat(Buying.reasons(outcome)).containsExactly("checkout.payment_method_changed");
    carts.choosePayment(TILL, cart, "cash");
    assertThat(shown(cart)).isEqualTo(gbp("13.93"));
    assertThat(buying.checkouts.place(TILL, cart, Tender.cash("receipt-1"), key("a")))
        .isInstanceOf(Placed.class);
  }

  @Test
  void where_nothing_depends_on_it_it_is_paid_in_any_way() {
    campaigns.run(fixed("off", "2.00"), paidBy(fixed("never", "1.00"), "gold"));
    CartId cart = buying.mugs(Shop.ADA, 2);
    carts.choosePayment(Shop.ADA, cart, "cash");

    assertThat(buying.place(cart, "a")).isInstanceOf(Placed.class);
  }

  @Test
  void another_gift_for_the_same_money_is_another_order() {
    Benefit book = new Benefit.Gift(List.of(Shop.BOOK), Quantity.ONE);
    campaigns.run(paidBy(promotion("book", book), "card"));
    CartId cart = buying.mugs(Shop.ADA, 2);
    carts.choosePayment(Shop.ADA, cart, "cash");

    assertThat(Buying.reasons(buying.place(cart, "a")))
        .containsExactly("checkout.payment_method_changed");
  }

  @ParameterizedTest
  @CsvSource({
    "none, card",
    "none, invoice",
    "card, card",
    "card, invoice",
    "invoice, card",
    "invoice, invoice",
    "gold, card",
    "gold, invoice"
  })
  void an_order_costs_what_was_shown_or_is_none(String stated, String paid) {
    campaigns.run(
        paidBy(fixed("card", "2.00"), "card"),
        paidBy(fixed("some", "0.50"), "card", "gold"),
        fixed("others", "0.25").toBuilder().when(not("invoice")).build());
    CartId cart = buying.mugs(Shop.ADA, 2);
    if (!stated.equals("none")) {
      carts.choosePayment(Shop.ADA, cart, stated);
    }
    Money shown = shown(cart);

    CheckoutOutcome outcome =
        buying.checkouts.place(Shop.ADA, cart, VISA.withMethod(paid), key("a"));

    assertThat(outcome instanceof Placed).isEqualTo(stated.equals(paid));
    assertThat(buying.orders())
        .extracting(order -> order.totals().grand())
        .containsExactlyElementsOf(stated.equals(paid) ? List.of(shown) : List.of());
  }

  @Test
  void a_key_is_for_one_way_of_paying() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    buying.checkouts.begin(Shop.ADA, cart, Buying.paying(VISA), key("a"));

    assertThatThrownBy(
            () ->
                buying.checkouts.begin(
                    Shop.ADA, cart, Buying.paying(VISA.withMethod("invoice")), key("a")))
        .isInstanceOf(IdempotencyMismatchException.class);
  }

  @Test
  void what_was_said_goes_with_the_cart_and_into_a_customer_s_that_says_nothing() {
    CartId guest = buying.mugs(Shop.GUEST, 1);
    carts.choosePayment(Shop.GUEST, guest, "card");
    CartId own = buying.mugs(Shop.ADA, 1);

    carts.merge(Shop.ADA, guest, "session-1", own);
    carts.accept(Shop.ADA_IN_APP, carts.handOff(Shop.ADA, own, Duration.ofHours(1)).secret());

    assertThat(carts.get(Shop.ADA, own).paymentMethod()).contains("card");
  }

  @Test
  void a_customer_s_own_word_counts_more_than_the_guest_s() {
    CartId guest = buying.mugs(Shop.GUEST, 1);
    carts.choosePayment(Shop.GUEST, guest, "card");
    CartId own = buying.mugs(Shop.ADA, 1);
    carts.choosePayment(Shop.ADA, own, "invoice");

    carts.merge(Shop.ADA, guest, "session-1", own);

    assertThat(carts.get(Shop.ADA, own).paymentMethod()).contains("invoice");
  }

  @Test
  void what_is_no_name_is_refused() {
    CartId cart = buying.mugs(Shop.ADA, 1);

    assertThatThrownBy(() -> carts.choosePayment(Shop.ADA, cart, " "))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("method");
    assertThatThrownBy(() -> VISA.withMethod("")).isInstanceOf(InvalidInputException.class);
  }

  private Money shown(CartId cart) {
    return campaigns.priced(Shop.ADA, cart).totals().grand();
  }

  private static Refusal refusal(CheckoutOutcome outcome) {
    return ((CheckoutOutcome.Refused) outcome).reasons().get(0);
  }

  private static Promotion paidBy(Promotion promotion, String... methods) {
    return promotion.toBuilder().when(new Condition.PaymentMethodIn(Set.of(methods))).build();
  }

  private static Condition not(String method) {
    return new Condition.Not(new Condition.PaymentMethodIn(Set.of(method)));
  }
}
