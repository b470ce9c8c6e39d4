package io.omnicommerce.core.returns;

import static io.omnicommerce.core.Crowd.atOnce;
import static io.omnicommerce.core.order.PlacedOrders.DC;
import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static io.omnicommerce.core.order.PlacedOrders.TEE;
import static io.omnicommerce.core.returns.PaidOrders.gbp;
import static io.omnicommerce.core.returns.PaidOrders.key;
import static io.omnicommerce.core.returns.PaidOrders.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.returns.RmaStatus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReturnAbuseTest {

  private static final OrderId O1 = OrderId.of("o1");
  private static final RmaId R1 = RmaId.of("r1");

  private final PaidOrders paid = new PaidOrders();

  @AfterEach
  void the_books_balance() {
    assertThat(paid.shop.memory.maintenance().audit(PaidOrders.TYPES)).isEmpty();
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_12_returns_of_others_and_returns_that_do_not_exist_answer_alike() {
    threeMugs();
    paid.open("r1", "o1", line("1", "1"));

    CommerceException foreign =
        assertUnchanged("return.not_found", () -> paid.returns.get(paid.shop.eve, R1));
    CommerceException none =
        assertUnchanged("return.not_found", () -> paid.returns.get(paid.shop.eve, RmaId.of("r9")));

    assertThat(foreign).hasMessage(none.getMessage().replace("r9", "r1"));
    assertUnchanged("return.not_found", () -> paid.returns.cancel(paid.shop.eve, R1));
    assertUnchanged("order.not_found", () -> paid.returns.ofOrder(paid.shop.eve, O1));
    assertUnchanged("return.not_found", () -> paid.receive("r9", LON));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_12_nobody_returns_or_prices_the_order_of_another() {
    threeMugs();

    CommerceException foreign =
        assertUnchanged(
            "return.original_unknown",
            () -> paid.returns.open(paid.shop.eve, R1, O1, List.of(line("1", "1"))));
    CommerceException none =
        assertUnchanged(
            "return.original_unknown",
            () -> paid.returns.open(paid.shop.eve, R1, OrderId.of("o9"), List.of(line("1", "1"))));

    assertThat(foreign).hasMessage(none.getMessage().replace("o9", "o1"));
    assertUnchanged(
        "return.original_unknown",
        () -> paid.returns.preview(paid.shop.eve, O1, List.of(line("1", "1"))));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_13_an_own_order_with_another_orders_return_number_is_refused() {
    threeMugs();
    paid.shipped(Wanted.shipped("o2", Line.of("1", MUG, "3", LON, "14.97")));
    paid.open("r1", "o1", line("1", "1"));

    assertUnchanged("return.id_taken", () -> paid.open("r1", "o2", line("1", "1")));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_12_receiving_and_refunding_need_their_permissions() {
    threeMugs();
    paid.open("r1", "o1", line("1", "1"));

    assertUnchanged(
        "permission.denied",
        () -> paid.returns.receive(paid.shop.ada, R1, LON, Disposition.RESTOCK));
    assertUnchanged("permission.denied", () -> paid.returns.refund(paid.shop.ada, R1, key("k")));
    assertUnchanged(
        "permission.denied",
        () -> paid.returns.refundGoodwill(paid.shop.ada, O1, gbp("1.00"), "Me", key("k")));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_103_ninety_nine_percent_twice_is_refused_the_second_time() {
    threeMugs();
    paid.returns.refundGoodwill(paid.office, O1, gbp("14.82"), "Almost all", key("k1"));

    CommerceException refused =
        assertUnchanged(
            "return.amount_exceeded",
            () ->
                paid.returns.refundGoodwill(
                    paid.office, O1, gbp("14.82"), "Almost all", key("k2")));

    assertThat(refused.facts().get("remaining")).contains("GBP 0.15");
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_104_fifty_clicks_at_once_give_the_money_back_once() throws Exception {
    threeMugs();
    paid.received("r1", "o1", line("1", "2"));

    List<RefundOutcome> outcomes = atOnce(50, n -> paid.returns.refund(paid.office, R1, key("k")));

    assertThat(outcomes).hasSize(50).allMatch(RefundOutcome.Refunded.class::isInstance);
    assertThat(paid.refunded("o1")).isEqualTo(gbp("9.98"));
    assertThat(paid.sandbox.refunded(PaidOrders.paymentOf(paid.order(O1)))).contains(gbp("9.98"));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void F15_store_web_and_call_center_at_once_with_keys_of_their_own_give_the_money_back_once()
      throws Exception {
    threeMugs();
    paid.received("r1", "o1", line("1", "2"));

    List<RefundOutcome> outcomes =
        atOnce(12, n -> paid.returns.refund(paid.office, R1, key("channel-" + n)));

    assertThat(outcomes).hasOnlyElementsOfType(RefundOutcome.Refunded.class);
    assertThat(paid.shop.events)
        .filteredOn(event -> event.event().type().equals("return.refunded"))
        .hasSize(1);
    assertThat(paid.refunded("o1")).isEqualTo(gbp("9.98"));
    assertThat(paid.sandbox.refunded(PaidOrders.paymentOf(paid.order(O1)))).contains(gbp("9.98"));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_105_more_than_was_shipped_never_shipped_and_foreign_lines_are_refused() {
    paid.captured(
        Wanted.shipped(
            "o1", Line.of("1", MUG, "3", LON, "14.97"), Line.of("2", TEE, "1", DC, "12.50")));
    paid.fulfillment.ship(
        paid.office,
        FulfillmentId.of("o1-2"),
        Map.of(LineId.of("1"), Quantity.of(2)),
        Optional.empty(),
        key("p1"));

    CommerceException refused =
        assertUnchanged("return.quantity_exceeded", () -> paid.open("r1", "o1", line("1", "3")));

    assertThat(refused.facts().get("returnable")).contains("2");
    assertUnchanged("return.quantity_exceeded", () -> paid.open("r1", "o1", line("2", "1")));
    assertThat(
            assertUnchanged(
                "return.quantity_exceeded", () -> paid.open("r1", "o1", line("77", "1"))))
        .hasMessage("The order has no line 77. Name one of its lines.");
    assertUnchanged("input.empty", () -> paid.open("r1", "o1"));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_105_the_same_unit_in_two_returns_comes_back_once() {
    threeMugs();
    paid.open("r1", "o1", line("1", "2"));
    paid.open("r2", "o1", line("1", "2"));
    paid.receive("r1", LON);

    CommerceException refused =
        assertUnchanged("return.quantity_exceeded", () -> paid.receive("r2", DC));

    assertThat(refused.facts().get("returnable")).contains("1");
    assertThat(paid.shop.level(DC, MUG).onHand()).isEqualTo(Quantity.of(10_000));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void L44_many_returns_of_the_same_units_at_once_restock_each_unit_once() throws Exception {
    threeMugs();
    for (int n = 0; n < 8; n++) {
      paid.open("r" + n, "o1", line("1", "1"));
    }

    List<Boolean> received =
        atOnce(
            8,
            n -> {
              try {
                paid.receive("r" + n, LON);
                return true;
              } catch (CommerceException refused) {
                assertThat(refused.code()).isEqualTo(ReturnService.QUANTITY_EXCEEDED);
                return false;
              }
            });

    assertThat(Collections.frequency(received, true)).isEqualTo(3);
    assertThat(paid.shop.level(LON, MUG).onHand()).isEqualTo(Quantity.of(10_000));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void receiving_one_return_in_many_places_at_once_answers_all_alike() throws Exception {
    threeMugs();
    paid.open("r1", "o1", line("1", "2"));

    List<RmaStatus> answers = atOnce(8, n -> paid.receive("r1", LON).status());

    assertThat(answers).hasSize(8).containsOnly(RmaStatus.RECEIVED);
    assertThat(paid.shop.level(LON, MUG).onHand()).isEqualTo(Quantity.of(9_999));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_106_a_line_listed_twice_is_added_up_before_it_is_judged() {
    threeMugs();

    assertUnchanged(
        "return.quantity_exceeded", () -> paid.open("r1", "o1", line("1", "2"), line("1", "2")));
    assertUnchanged(
        "return.quantity_exceeded",
        () -> paid.returns.preview(paid.shop.ada, O1, List.of(line("1", "2"), line("1", "2"))));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_107_no_more_is_given_back_than_the_received_units_are_worth() {
    threeMugs();
    paid.received("r1", "o1", line("1", "1"));
    paid.returns.refund(paid.office, R1, key("k1"));

    assertUnchanged(
        "return.amount_exceeded",
        () -> paid.returns.refundGoodwill(paid.office, O1, gbp("9.99"), "A penny more", key("k2")));
    assertUnchanged(
        "money.invalid_amount",
        () -> paid.returns.refundGoodwill(paid.office, O1, gbp("-1.00"), "Minus", key("k2")));
    assertUnchanged(
        "money.currency_mismatch",
        () ->
            paid.returns.refundGoodwill(
                paid.office, O1, Money.of("1.00", Currencies.of("EUR")), "Other money", key("k2")));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_110_partial_returns_never_refund_the_delivery() {
    paid.shipped(Wanted.shipped("o1", Line.of("1", MUG, "3", LON, "14.97")).withDelivery("3.95"));

    for (int n = 1; n <= 3; n++) {
      paid.received("r" + n, "o1", line("1", "1"));
      paid.returns.refund(paid.office, RmaId.of("r" + n), key("k" + n));
    }

    assertThat(paid.refunded("o1")).isEqualTo(gbp("14.97"));
    paid.returns.refundGoodwill(paid.office, O1, gbp("3.95"), "Delivery", key("delivery"));
    assertUnchanged(
        "return.amount_exceeded",
        () -> paid.returns.refundGoodwill(paid.office, O1, gbp("3.95"), "Delivery", key("again")));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void abuse_111_a_free_unit_is_worth_nothing_when_it_comes_back() {
    paid.shipped(
        Wanted.shipped(
            "o1",
            Line.of("1", MUG, "1", LON, "4.99"),
            Line.of("2", TEE, "1", LON, gbp("12.50"), 1_250, 0)));

    assertThat(paid.received("r1", "o1", line("2", "1")).refund()).contains(gbp("0.00"));
    assertThat(paid.returns.refund(paid.office, R1, key("k1")))
        .isInstanceOf(RefundOutcome.Refunded.class);
    assertThat(paid.refunded("o1")).isEqualTo(gbp("0.00"));
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void a_call_lists_a_limited_number_of_lines() {
    threeMugs();
    List<ReturnLine> lines = Collections.nCopies(ReturnService.LINES_MAX + 1, line("1", "1"));

    CommerceException refused =
        assertUnchanged(
            "return.limit_exceeded", () -> paid.returns.open(paid.shop.ada, R1, O1, lines));

    assertThat(refused.facts().get("max")).contains("2000");
  }

  @Test
  void more_returns_than_a_page_has_are_all_seen() {
    threeMugs();
    for (int i = 0; i <= PageRequest.LIMIT_MAX; i++) {
      paid.open("r" + i, "o1", line("1", "1"));
    }

    assertThat(paid.returns.ofOrder(paid.shop.ada, O1)).hasSize(PageRequest.LIMIT_MAX + 1);
  }

  @Test
  void two_long_reasons_for_one_line_are_kept_as_far_as_there_is_room() {
    threeMugs();
    String first = "a".repeat(Text.NOTE_LENGTH_MAX);
    String second = "b".repeat(Text.NOTE_LENGTH_MAX);

    Rma rma = paid.returns.open(paid.shop.ada, R1, O1, List.of(because(first), because(second)));

    assertThat(rma.lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.reason())
                    .hasSize(Text.NOTE_LENGTH_MAX)
                    .startsWith("aaa")
                    .endsWith("a…"));
  }

  private static ReturnLine because(String reason) {
    return new ReturnLine(LineId.of("1"), Quantity.ONE, reason);
  }

  private void threeMugs() {
    paid.shipped(Wanted.shipped("o1", Line.of("1", MUG, "3", LON, "14.97")));
  }

  private CommerceException assertUnchanged(String code, ThrowingCallable call) {
    return paid.shop.assertUnchanged(PaidOrders.TYPES, code, call);
  }
}
