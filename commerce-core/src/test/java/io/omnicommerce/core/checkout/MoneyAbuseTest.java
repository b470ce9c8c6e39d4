package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.OFFICE;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Buying.paying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxGateway.Fault;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry.Outcome;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayRequest;
import io.omnicommerce.payment.spi.PaymentGateway;
import io.omnicommerce.returns.ReturnService;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Money that nobody paid, and money that nobody gave back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyAbuseTest {

  private static final Tender CASH = Tender.cash("till-1-0042");
  private static final CallContext MANAGER = Shop.staff(PaymentService.VIEW, PaymentService.SETTLE);

  private final Buying buying = new Buying();
  private final CheckoutService checkouts = buying.checkouts;

  @AfterEach
  void nothing_has_drifted() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void cash_that_nobody_paid_is_not_paid_by_resuming() {
    CheckoutId begun = begunInCash(buying.mugs(Shop.ADA, 1));

    CheckoutOutcome outcome = checkouts.resume(Shop.ADA, begun);

    assertThat(Buying.reasons(outcome)).containsExactly("checkout.ended");
    assertThat(buying.orders()).isEmpty();
    assertThat(buying.payment(begun).status()).isEqualTo(PaymentStatus.VOIDED);
  }

  @Test
  void cash_that_nobody_paid_is_not_paid_by_a_scheduler_who_may_capture() {
    CheckoutId begun = begunInCash(buying.mugs(Shop.ADA, 1));

    checkouts.resume(OFFICE, begun);

    assertThat(buying.orders()).isEmpty();
  }

  @Test
  void cash_that_was_left_is_not_paid_by_placing_with_a_card_later() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    begunInCash(cart);
    buying.shop.clock().advance(CheckoutService.HOLD_LIFE.plusMinutes(5));

    CheckoutOutcome outcome = buying.place(cart, "card");

    PaymentId paid = buying.order(outcome).payments().get(0);
    assertThat(buying.payment(paid).tender()).isEqualTo(Buying.VISA);
    assertThat(buying.sandbox.standing()).hasSize(1);
  }

  @Test
  void cash_whose_taker_crashed_is_placed_by_the_taker_with_the_same_key() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    CheckoutId begun = begunInCash(cart);

    CheckoutOutcome outcome = checkouts.place(OFFICE, cart, CASH, key("cash"));

    assertThat(outcome).isInstanceOf(CheckoutOutcome.Placed.class);
    assertThat(buying.payment(begun).captured()).isEqualTo(gbp("8.94"));
  }

  @Test
  void that_cash_was_paid_is_said_by_those_only_who_may_take_it() {
    CheckoutId begun = begunInCash(buying.mugs(Shop.ADA, 1));
    String before = buying.dump();

    assertThatThrownBy(() -> checkouts.complete(Shop.ADA, begun, paid()))
        .isInstanceOf(ForbiddenException.class);
    assertThat(buying.dump()).isEqualTo(before);
    assertThat(checkouts.complete(OFFICE, begun, paid()))
        .isInstanceOf(CheckoutOutcome.Placed.class);
  }

  @Test
  void cash_of_an_order_that_a_customer_cancels_waits_for_somebody_to_hand_it_out() {
    Order order = inCash();

    checkouts.cancel(Shop.ADA, order.id(), "changed my mind", key("cancel"));

    Payment due = buying.payment(order.payments().get(0));
    assertThat(due.refunded()).isEqualTo(gbp("0.00"));
    assertThat(due.entries().get(1).outcome()).isEqualTo(Outcome.INTENDED);
    assertThat(buying.payments.resolve(OFFICE, due.id())).isEqualTo(due);
    GatewayAnswer drawer = new GatewayAnswer.Approved("drawer-7", gbp("8.94"));
    assertThatThrownBy(() -> buying.payments.settle(OFFICE, due.id(), 2, drawer))
        .isInstanceOf(ForbiddenException.class);
    Payment settled = buying.payments.settle(MANAGER, due.id(), 2, drawer);
    assertThat(settled.refunded()).isEqualTo(gbp("8.94"));
    assertThat(buying.payments.settle(MANAGER, due.id(), 2, drawer)).isEqualTo(settled);
  }

  @Test
  void cash_is_handed_out_at_once_by_who_may_give_money_back() {
    Order order = inCash();
    CallContext clerk = Shop.staff(CheckoutService.CANCEL, ReturnService.REFUND);

    checkouts.cancel(clerk, order.id(), "did not fit", key("cancel"));

    assertThat(buying.payment(order.payments().get(0)).refunded()).isEqualTo(gbp("8.94"));
  }

  @Test
  void a_capture_under_way_while_the_order_is_cancelled_goes_back() {
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 1), "tap"));
    PaymentId payment = order.payments().get(0);
    PaymentService slow = capturing(() -> cancel(order));

    Payment after = slow.capture(OFFICE, payment, gbp("8.94"), key("take"));

    assertThat(buying.order(order.id()).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(after.captured()).isEqualTo(gbp("8.94"));
    assertThat(after.refunded()).isEqualTo(gbp("8.94"));
    assertThat(buying.sandbox.refunded(payment)).contains(gbp("8.94"));
  }

  @Test
  void a_capture_of_unknown_outcome_is_given_back_by_whoever_resolves_it() {
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 1), "tap"));
    PaymentId payment = order.payments().get(0);
    buying.sandbox.next(Operation.CAPTURE, Fault.TIMEOUT_AFTER);
    buying.payments.capture(OFFICE, payment, gbp("8.94"), key("take"));
    buying.sandbox.next(Operation.QUERY, Fault.TIMEOUT_BEFORE);
    cancel(order);
    assertThat(buying.sandbox.refunded(payment)).isEmpty();

    Payment resolved = buying.payments.resolve(OFFICE, payment);

    assertThat(resolved.captured()).isEqualTo(gbp("8.94"));
    assertThat(resolved.refunded()).isEqualTo(gbp("8.94"));
    assertThat(buying.sandbox.refunded(payment)).contains(gbp("8.94"));
  }

  @Test
  void a_capture_the_gateway_never_heard_of_is_not_asked_for_again_once_cancelled() {
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 1), "tap"));
    PaymentId payment = order.payments().get(0);
    buying.sandbox.next(Operation.CAPTURE, Fault.TIMEOUT_BEFORE);
    buying.payments.capture(OFFICE, payment, gbp("8.94"), key("take"));
    buying.sandbox.next(Operation.QUERY, Fault.TIMEOUT_BEFORE);
    cancel(order);

    buying.payments.capture(OFFICE, payment, gbp("8.94"), key("take"));

    assertThat(buying.sandbox.charged(payment)).isEmpty();
    assertThat(buying.payment(payment).status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(buying.sandbox.standing()).isEmpty();
  }

  @Test
  void nothing_is_captured_of_a_cancelled_order_whose_void_was_declined() {
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 1), "tap"));
    PaymentId payment = order.payments().get(0);
    buying.sandbox.next(Operation.VOID, Fault.DECLINE);
    cancel(order);
    assertThat(buying.payment(payment).dueBack()).isTrue();

    assertThatThrownBy(() -> buying.payments.capture(OFFICE, payment, gbp("8.94"), key("take")))
        .isInstanceOf(RefusedException.class)
        .hasFieldOrPropertyWithValue("code", PaymentService.ILLEGAL_TRANSITION);
    assertThat(buying.payments.resolve(OFFICE, payment).status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(buying.sandbox.standing()).isEmpty();
  }

  private CheckoutId begunInCash(CartId cart) {
    BeginOutcome begun = checkouts.begin(OFFICE, cart, paying(CASH), key("cash"));
    return ((BeginOutcome.Ready) begun).checkout().id();
  }

  private Order inCash() {
    return buying.order(checkouts.place(OFFICE, buying.mugs(Shop.ADA, 1), CASH, key("cash")));
  }

  private void cancel(Order order) {
    checkouts.cancel(Shop.ADA, order.id(), "changed my mind", key("cancel"));
  }

  private static GatewayAnswer paid() {
    return new GatewayAnswer.Approved("till-1-0042", gbp("8.94"));
  }

  /** Payments during whose captures something else happens. */
  private PaymentService capturing(Runnable meanwhile) {
    PaymentGateway slow =
        new Slow(buying, Duration.ZERO) {
          @Override
          public GatewayAnswer capture(GatewayRequest request) {
            meanwhile.run();
            return super.capture(request);
          }
        };
    return new CorePaymentService(buying.shop.storage(), slow);
  }
}
