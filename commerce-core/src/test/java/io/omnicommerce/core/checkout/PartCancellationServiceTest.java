package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.OFFICE;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omnicommerce.cart.CartService;
import io.omnicommerce.checkout.AmendmentPreview;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.FulfillmentStatus;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderPaymentStatus;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.pricing.LineId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PartCancellationServiceTest {

  private final Buying buying = new Buying();
  private final OrderService orders =
      new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD);

  @AfterEach
  void the_books_balance() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void what_is_cancelled_of_an_order_is_free_again_and_left_out_of_its_job() {
    Quantity before = buying.mugsLeft();
    Order order = threeMugs();

    Order less = cancel(order, 2, "first");

    assertThat(less.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(less.lines().get(0).cancelled()).isEqualTo(Quantity.of(2));
    assertThat(less.lines().get(0).open()).isEqualTo(Quantity.ONE);
    assertThat(buying.mugsLeft()).isEqualTo(before.minus(Quantity.ONE));
    assertThat(buying.jobs().get(0).lines().get(0).quantity()).isEqualTo(Quantity.ONE);
    assertThat(less.history().get(1).what()).isEqualTo("partly_cancelled");
    assertThat(less.history().get(1).remark()).isEqualTo("too many");
    assertThat(OrderHistory.verify(less)).isEmpty();
  }

  @Test
  void L58_what_was_agreed_changes_by_amendments_only_whose_sum_is_the_difference() {
    Order order = threeMugs();
    Money placed = order.totals().grand();

    cancel(order, 1, "first");
    Order less = cancel(order, 1, "second");

    assertThat(less.totals()).isEqualTo(order.totals());
    assertThat(less.amendments()).extracting(Amendment::number).containsExactly(1, 2);
    Money sum = less.amendments().get(0).difference().plus(less.amendments().get(1).difference());
    assertThat(less.due()).isEqualTo(placed.plus(sum)).isLessThan(placed);
    assertThat(less.amendments().get(0).lines().get(0)).isEqualTo(order.lines().get(0));
  }

  @Test
  void cancelling_everything_bit_by_bit_is_cancelling_the_order() {
    Order order = threeMugs();
    capture(order);
    cancel(order, 1, "first");
    cancel(order, 1, "second");

    Order cancelled = cancel(order, 1, "third");

    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(cancelled.fulfillmentStatus()).isEqualTo(FulfillmentStatus.CANCELLED);
    assertThat(cancelled.due()).isEqualTo(gbp("0.00"));
    assertThat(buying.jobs().get(0).step()).isEqualTo(FulfillmentStep.CANCELLED);
    assertThat(payment(order).refunded()).isEqualTo(order.totals().grand());
  }

  @Test
  void what_was_captured_for_it_is_refunded_once() {
    Order order = threeMugs();
    capture(order);

    Order less = cancel(order, 1, "first");
    cancel(order, 1, "first");

    Money owed = less.amendments().get(0).difference().negated();
    assertThat(owed.isPositive()).isTrue();
    assertThat(payment(order).refunded()).isEqualTo(owed);
    assertThat(buying.order(order.id()).amendments()).hasSize(1);
  }

  @Test
  void what_is_cancelled_does_not_count_for_the_allotment_of_the_channel_any_more() {
    buying.shop.availability().allot(OFFICE, Shop.WEB, Shop.MUG_RED, Quantity.of(3));
    Order order = threeMugs();
    assertThat(taken()).isEqualTo(Quantity.of(3));

    cancel(order, 2, "first");

    assertThat(taken()).isEqualTo(Quantity.ONE);
    assertThat(buying.orders()).hasSize(1);
    buying.place(buying.mugs(Shop.ADA, 2), "again");
    assertThat(buying.orders()).hasSize(2);
  }

  private Quantity taken() {
    return buying
        .shop
        .availability()
        .allotment(OFFICE, Shop.WEB, Shop.MUG_RED)
        .orElseThrow()
        .taken();
  }

  @Test
  void what_was_only_promised_stays_promised_and_no_more_than_is_due_is_captured() {
    Order order = threeMugs();

    Order less = cancel(order, 1, "first");

    assertThat(payment(order).amount()).isEqualTo(order.due());
    assertThat(payment(order).capturable()).isEqualTo(less.due());
    CommerceException refused = catchThrowableOfType(CommerceException.class, () -> capture(order));
    assertThat(refused.code()).hasToString("payment.amount_exceeded");
    assertThat(refused.facts().get("remaining")).contains(less.due().toString());
    capture(order, less.due(), "due");
    assertThat(payment(order).captured()).isEqualTo(less.due());
    assertThat(payment(order).capturable()).isEqualTo(gbp("0.00"));
  }

  @Test
  void what_was_captured_counts_before_what_may_be() {
    Order order = threeMugs();
    capture(order, gbp("10.00"), "some");

    Order less = cancel(order, 1, "first");
    assertThat(payment(order).capturable()).isEqualTo(less.due().minus(gbp("10.00")));
    Order least = cancel(order, 1, "second");

    assertThat(payment(order).capturable()).isEqualTo(gbp("0.00"));
    assertThat(payment(order).captured().minus(payment(order).refunded())).isEqualTo(least.due());
    assertThat(payment(order).waived()).isEqualTo(order.due().minus(gbp("10.00")));
  }

  @Test
  void a_gift_card_that_has_paid_counts_before_the_card_that_has_only_promised() {
    Cards cards = new Cards();
    CheckoutRequest request = Cards.byCardsAnd(Buying.VISA, cards.issue("5.00"));
    Order order =
        cards.buying.order(cards.place(Shop.ADA, cards.buying.mugs(Shop.ADA, 3), request));

    Order less =
        cards.buying.checkouts.cancel(
            Shop.ADA, order.id(), part(order, 1), "too many", key("first"));

    Money capturable =
        Money.sum(
            Shop.GBP,
            less.payments().stream().map(id -> cards.buying.payment(id).capturable()).toList());
    assertThat(capturable).isEqualTo(less.due().minus(gbp("5.00")));
    assertThat(cards.buying.audit()).isEmpty();
  }

  @Test
  void a_capture_whose_end_nobody_knows_stands_in_the_way_of_less() {
    Order order = threeMugs();
    buying.sandbox.next(Operation.CAPTURE, SandboxGateway.Fault.TIMEOUT_AFTER);
    capture(order);

    assertThat(refused(() -> cancel(order, 1, "first"))).isEqualTo("payment.in_progress");

    buying.payments.resolve(OFFICE, order.payments().get(0));
    Order less = cancel(order, 1, "first");
    assertThat(payment(order).captured().minus(payment(order).refunded())).isEqualTo(less.due());
  }

  @Test
  void an_order_that_was_cut_is_cancelled_with_the_rest_of_its_promise() {
    Order order = threeMugs();
    cancel(order, 1, "first");

    buying.checkouts.cancel(Shop.ADA, order.id(), "none", key("all"));

    assertThat(payment(order).status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(payment(order).capturable()).isEqualTo(gbp("0.00"));
  }

  @Test
  void an_order_is_paid_once_what_was_cancelled_is_refunded() {
    Order order = threeMugs();
    capture(order);

    cancel(order, 2, "first");

    assertThat(orders.progress(Shop.ADA, order.id()).payment()).isEqualTo(OrderPaymentStatus.PAID);
  }

  @Test
  void the_receipt_tells_what_was_cancelled_and_what_is_due_now() {
    Order order = threeMugs();
    cancel(order, 1, "first");
    Order less = cancel(order, 1, "second");

    String receipt = orders.receipt(Shop.ADA, order.id());

    assertThat(receipt)
        .contains(
            "To pay: " + order.due() + "\n",
            "Cancelled: 1 x Mug, red: " + less.amendments().get(0).difference() + "\n",
            "Cancelled: 1 x Mug, red: " + less.amendments().get(1).difference() + "\n",
            "Due now: " + less.due() + "\n");
    buying.checkouts.cancel(Shop.ADA, order.id(), "none", key("all"));
    assertThat(orders.receipt(Shop.ADA, order.id()))
        .endsWith(
            "Cancelled: all of it: " + less.due().negated() + "\nDue now: " + gbp("0.00") + "\n");
  }

  @Test
  void a_refund_that_fails_stays_owed_and_the_same_key_goes_on() {
    Order order = threeMugs();
    capture(order);
    buying.sandbox.next(Operation.REFUND, SandboxGateway.Fault.TIMEOUT_AFTER);

    Order less = cancel(order, 1, "first");
    cancel(order, 1, "first");

    assertThat(payment(order).refunded())
        .isEqualTo(less.amendments().get(0).difference().negated());
  }

  @Test
  void what_was_given_back_before_the_order_grew_again_is_not_given_back_twice() {
    Order order = threeMugs();
    capture(order);
    Money paid = order.due();

    cancel(order, 1, "first");
    assertThat(progress(order)).isEqualTo(OrderPaymentStatus.PAID);
    amend(order, 3);
    assertThat(progress(order)).isEqualTo(OrderPaymentStatus.PARTIALLY_PAID);
    cancel(order, 1, "second");
    amend(order, 3);
    Order less = cancel(order, 1, "third");

    assertThat(less.due()).isLessThan(paid);
    assertThat(payment(order).refunded()).isEqualTo(paid.minus(less.due()));
  }

  private OrderPaymentStatus progress(Order order) {
    return new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD)
        .progress(Shop.ADA, order.id())
        .payment();
  }

  private void amend(Order order, int mugs) {
    CallContext clerk = Shop.staff(CheckoutService.AMEND);
    Order now = buying.order(order.id());
    AmendmentRequest request =
        AmendmentRequest.of(now.version(), "more")
            .withQuantity(order.lines().get(0).priced().id(), Quantity.of(mugs));
    AmendmentPreview preview = buying.checkouts.previewAmendment(clerk, order.id(), request);
    buying.checkouts.amend(
        clerk, order.id(), request, preview.fingerprint(), key("amend-" + now.version()));
  }

  @Test
  void what_the_gateway_declined_stays_due_and_is_given_back_when_it_is_resolved() {
    Order order = threeMugs();
    capture(order);
    buying.sandbox.next(Operation.REFUND, SandboxGateway.Fault.DECLINE);

    Order less = cancel(order, 1, "first");
    assertThat(payment(order).refunded()).isEqualTo(gbp("0.00"));
    buying.payments.resolve(OFFICE, order.payments().get(0));

    assertThat(payment(order).refunded()).isEqualTo(order.due().minus(less.due()));
  }

  @Test
  void cash_waits_until_somebody_hands_it_out() {
    Order order =
        buying.order(
            buying.checkouts.place(
                Shop.clerk(CartService.ASSIST, PaymentService.CAPTURE),
                buying.mugs(Shop.ADA, 3),
                Tender.cash("R-1"),
                key("place")));
    PaymentId cash = order.payments().get(0);
    assertThat(orders.findByPaymentReference(Shop.staff(OrderService.VIEW), "R-1")).contains(order);

    Order less = cancel(order, 1, "first");
    assertThat(payment(order).entries()).hasSize(1);
    buying.payments.resolve(OFFICE, cash);
    buying.payments.settle(
        Shop.staff(PaymentService.SETTLE),
        cash,
        2,
        new GatewayAnswer.Approved("till", order.due().minus(less.due())));

    assertThat(payment(order).refunded()).isEqualTo(order.due().minus(less.due()));
  }

  @Test
  void more_than_is_open_is_refused_and_nothing_of_it_is_cancelled() {
    Order order = threeMugs();
    String before = buying.dump();

    CommerceException refused =
        catchThrowableOfType(CommerceException.class, () -> cancel(order, 4, "first"));

    assertThat(refused.code()).hasToString("checkout.not_cancellable");
    assertThat(refused.facts().get("open")).contains("3");
    assertThat(refused(() -> cancel(order, 0, "none"))).isEqualTo("quantity.invalid");
    assertThat(refused(() -> cancel(order, Map.of(), "none"))).isEqualTo("input.empty");
    assertThat(refused(() -> cancel(order, Map.of(LineId.of("99"), Quantity.ONE), "other")))
        .isEqualTo("checkout.not_cancellable");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void orders_of_others_are_not_there_to_be_cut() {
    Order order = threeMugs();

    assertThat(
            refused(
                () ->
                    buying.checkouts.cancel(
                        Shop.BOB, order.id(), part(order, 1), "mine", key("bob"))))
        .isEqualTo("order.not_found");
  }

  private String refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(CommerceException.class, call).code().toString();
  }

  private Order threeMugs() {
    return buying.order(buying.place(buying.mugs(Shop.ADA, 3), "place"));
  }

  private void capture(Order order) {
    capture(order, order.totals().grand(), "capture");
  }

  private void capture(Order order, Money amount, String key) {
    buying.payments.capture(OFFICE, order.payments().get(0), amount, key(key));
  }

  private Payment payment(Order order) {
    return buying.payment(order.payments().get(0));
  }

  private Order cancel(Order order, int mugs, String key) {
    return cancel(order, part(order, mugs), key);
  }

  private static Map<LineId, Quantity> part(Order order, int mugs) {
    return Map.of(order.lines().get(0).priced().id(), Quantity.of(mugs));
  }

  private Order cancel(Order order, Map<LineId, Quantity> part, String key) {
    return buying.checkouts.cancel(Shop.ADA, order.id(), part, "too many", key(key));
  }
}
