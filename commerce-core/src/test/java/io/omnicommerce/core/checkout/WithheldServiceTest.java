package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderHistoryEntry;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.RmaId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What comes back of orders of which not all was collected. A mug is 4.99, delivery 3.95. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WithheldServiceTest {

  private final Desk desk = Desk.ofMugs(2);

  /** The audit asks whether each version of a payment is told. */
  @Test
  void each_change_of_the_payment_is_told_with_the_next_version() {
    desk.capture(gbp("8.94"));
    desk.quantity(1, 1);
    desk.ship(1, 1);
    desk.back("r1", 1, 1);

    assertThat(
            desk.buying.shop.storage().maintenance().outbox().unpublished(1_000).stream()
                .filter(event -> event.aggregate().kind().equals("payment"))
                .map(event -> event.version() + " " + event.type()))
        .containsExactly(
            "2 payment.status_changed",
            "3 payment.progressed",
            "4 payment.captured",
            "5 payment.progressed",
            "6 payment.progressed",
            "7 payment.refunded");
  }

  @AfterEach
  void the_books_balance() {
    assertThat(desk.buying.audit()).isEmpty();
    assertThat(OrderHistory.verify(desk.order())).isEmpty();
  }

  @Test
  void what_was_agreed_more_and_never_collected_is_not_given_back() {
    desk.captureAll();
    desk.ship(1, 2);
    desk.price(1, "9.00");

    assertThat(desk.back("r1", 1, 1)).isEqualTo(gbp("0.98")); // of 9.00; 8.02 were not collected
    assertThat(desk.back("r2", 1, 1)).isEqualTo(gbp("9.00"));

    assertThat(desk.kept()).isEqualTo(gbp("3.95"));
  }

  @Test
  void the_order_and_the_return_say_what_was_withheld() {
    desk.captureAll();
    desk.ship(1, 2);
    desk.price(1, "9.00");

    Money worth = desk.receive("r1", 1, 1);
    desk.refund("r1");

    assertThat(worth).isEqualTo(gbp("9.00"));
    assertThat(desk.returns.get(Desk.CLERK, RmaId.of("r1")).refund()).contains(gbp("0.98"));
    assertThat(desk.order().history())
        .filteredOn(entry -> entry.what().equals("withheld"))
        .extracting(OrderHistoryEntry::remark)
        .containsExactly("GBP 8.02: r1");
    assertThat(((RefundOutcome.Refunded) desk.refund("r1")).amount()).isEqualTo(gbp("0.98"));
  }

  @Test
  void what_is_withheld_may_not_be_captured_any_more() {
    desk.capture(gbp("8.94"));
    desk.ship(1, 2);

    assertThat(desk.back("r1", 1, 1)).isEqualTo(gbp("0.00"));

    assertThat(desk.payment().capturable()).isEqualTo(gbp("0.00"));
    assertThat(desk.kept()).isEqualTo(gbp("8.94")); // for the other mug and the delivery
    assertThat(desk.back("r2", 1, 1)).isEqualTo(gbp("4.99"));
    assertThat(desk.kept()).isEqualTo(gbp("3.95"));
  }

  @Test
  void a_parcel_that_was_paid_is_given_back_while_the_next_one_is_still_promised() {
    desk.capture(gbp("8.94"));
    desk.ship(1, 1);

    assertThat(desk.back("r1", 1, 1)).isEqualTo(gbp("4.99"));
    desk.ship(1, 1);
    desk.captureAll();

    assertThat(desk.kept()).isEqualTo(gbp("8.94")); // for the other mug and the delivery
  }

  @Test
  void what_is_cancelled_after_that_gives_back_what_was_withheld_for_it() {
    desk.captureAll();
    desk.ship(1, 1);
    desk.price(1, "9.00");
    assertThat(desk.back("r1", 1, 1)).isEqualTo(gbp("0.98")); // 8.02 for both were not collected

    desk.cancel(1, 1);

    assertThat(desk.kept()).isEqualTo(gbp("3.95"));
  }

  @Test
  void what_is_collected_before_the_refund_is_given_back() {
    desk.capture(gbp("8.94"));
    desk.ship(1, 2);
    desk.receive("r1", 1, 1);
    desk.captureAll();

    desk.refund("r1");

    assertThat(desk.payment().refunded()).isEqualTo(gbp("4.99"));
    assertThat(desk.kept()).isEqualTo(gbp("8.94"));
  }

  @Test
  void where_nothing_was_collected_the_return_waits_for_it() {
    desk.ship(1, 2);
    desk.receive("r1", 1, 1);

    assertThat(desk.refund("r1")).isInstanceOf(RefundOutcome.Refused.class);

    desk.captureAll();
    desk.refund("r1");
    assertThat(desk.kept()).isEqualTo(gbp("8.94"));
  }
}
