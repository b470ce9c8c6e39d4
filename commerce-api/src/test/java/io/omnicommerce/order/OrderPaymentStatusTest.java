package io.omnicommerce.order;

import static io.omnicommerce.order.OrderPaymentStatus.AUTHORIZED;
import static io.omnicommerce.order.OrderPaymentStatus.AWAITING_PAYMENT;
import static io.omnicommerce.order.OrderPaymentStatus.CANCELLED;
import static io.omnicommerce.order.OrderPaymentStatus.PAID;
import static io.omnicommerce.order.OrderPaymentStatus.PARTIALLY_AUTHORIZED;
import static io.omnicommerce.order.OrderPaymentStatus.PARTIALLY_PAID;
import static io.omnicommerce.order.OrderPaymentStatus.PARTIALLY_REFUNDED;
import static io.omnicommerce.order.OrderPaymentStatus.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import java.util.Currency;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderPaymentStatusTest {

  @Test
  void what_is_promised_counts_as_long_as_nothing_is_captured() {
    assertThat(status(30, 0, 0, 0)).isEqualTo(AWAITING_PAYMENT);
    assertThat(status(30, 29, 0, 0)).isEqualTo(PARTIALLY_AUTHORIZED);
    assertThat(status(30, 30, 0, 0)).isEqualTo(AUTHORIZED);
  }

  @Test
  void what_is_captured_counts_more_than_what_is_promised() {
    assertThat(status(30, 30, 1, 0)).isEqualTo(PARTIALLY_PAID);
    assertThat(status(30, 30, 30, 0)).isEqualTo(PAID);
    assertThat(status(30, 40, 31, 0)).isEqualTo(PAID);
  }

  @Test
  void what_was_given_back_of_more_than_it_costs_leaves_it_paid() {
    assertThat(status(9, 19, 19, 10)).isEqualTo(PAID);
    assertThat(status(9, 19, 19, 11)).isEqualTo(PARTIALLY_REFUNDED);
  }

  @Test
  void what_went_back_counts_most() {
    assertThat(status(30, 30, 30, 1)).isEqualTo(PARTIALLY_REFUNDED);
    assertThat(status(30, 30, 30, 30)).isEqualTo(REFUNDED);
    assertThat(status(30, 30, 10, 10)).isEqualTo(REFUNDED);
    assertThat(status(30, 40, 40, 30)).isEqualTo(PARTIALLY_REFUNDED);
    assertThat(status(30, 40, 40, 40)).isEqualTo(REFUNDED);
  }

  @Test
  void of_nothing_nothing_is_to_be_paid() {
    assertThat(status(0, 0, 0, 0)).isEqualTo(PAID);
  }

  @Test
  void what_was_called_off_unpaid_is_cancelled_and_what_was_paid_is_still_owed() {
    assertThat(calledOff(0)).isEqualTo(CANCELLED);
    assertThat(calledOff(30)).isEqualTo(PAID);
  }

  @Test
  void an_order_is_complete_when_it_is_paid_and_has_left() {
    assertThat(progress(OrderStatus.CONFIRMED, PAID, 2, 2).isComplete()).isTrue();
    assertThat(progress(OrderStatus.CONFIRMED, PAID, 2, 1).isComplete()).isFalse();
    assertThat(progress(OrderStatus.CONFIRMED, AUTHORIZED, 2, 2).isComplete()).isFalse();
    assertThat(progress(OrderStatus.CANCELLED, PAID, 2, 2).isComplete()).isFalse();
    assertThat(progress(OrderStatus.CLOSED, REFUNDED, 2, 2).isComplete()).isTrue();
  }

  @Test
  void where_nothing_is_to_leave_everything_has() {
    Quantity none = Quantity.ZERO;
    Quantity two = Quantity.of(2);

    assertThat(FulfillmentStatus.of(none, none, none, none)).isEqualTo(FulfillmentStatus.FULFILLED);
    assertThat(FulfillmentStatus.of(two, none, two, none)).isEqualTo(FulfillmentStatus.CANCELLED);
    assertThat(FulfillmentStatus.of(two, two, none, Quantity.ONE))
        .isEqualTo(FulfillmentStatus.PARTIALLY_RETURNED);
  }

  private static OrderPaymentStatus status(long total, long promised, long captured, long back) {
    return OrderPaymentStatus.of(gbp(total), gbp(promised), gbp(captured), gbp(back), false);
  }

  private static OrderPaymentStatus calledOff(long captured) {
    return OrderPaymentStatus.of(gbp(30), gbp(30), gbp(captured), gbp(0), true);
  }

  private static OrderProgress progress(
      OrderStatus status, OrderPaymentStatus payment, long ordered, long shipped) {
    return new OrderProgress(
        status,
        payment,
        FulfillmentStatus.of(
            Quantity.of(ordered), Quantity.of(shipped), Quantity.ZERO, Quantity.ZERO));
  }

  private static Money gbp(long minor) {
    return Money.ofMinor(minor, Currency.getInstance("GBP"));
  }
}
