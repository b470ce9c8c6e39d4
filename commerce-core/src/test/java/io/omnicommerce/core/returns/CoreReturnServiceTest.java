package io.omnicommerce.core.returns;

import static io.omnicommerce.core.order.PlacedOrders.LEEDS;
import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static io.omnicommerce.core.order.PlacedOrders.ROPE;
import static io.omnicommerce.core.order.PlacedOrders.TEE;
import static io.omnicommerce.core.returns.PaidOrders.gbp;
import static io.omnicommerce.core.returns.PaidOrders.key;
import static io.omnicommerce.core.returns.PaidOrders.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.CoreCatalogService;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.inmemory.SandboxEntry;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.FulfillmentStatus;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.returns.RmaStatus;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreReturnServiceTest {

  private static final OrderId O1 = OrderId.of("o1");
  private static final RmaId R1 = RmaId.of("r1");

  private final PaidOrders paid = new PaidOrders();

  @AfterEach
  void the_books_balance() {
    assertThat(paid.shop.memory.maintenance().audit(PaidOrders.TYPES)).isEmpty();
  }

  @Test
  void goods_come_back_to_any_location_and_their_money_to_the_card() {
    threeMugs();
    Rma open = paid.open("r1", "o1", line("1", "2"));

    Rma received = paid.receive("r1", LEEDS);
    RefundOutcome outcome = paid.returns.refund(paid.office, R1, key("k1"));

    assertThat(open.status()).isEqualTo(RmaStatus.OPEN);
    assertThat(received.status()).isEqualTo(RmaStatus.RECEIVED);
    assertThat(received.refund()).contains(gbp("9.98"));
    assertThat(paid.shop.level(LEEDS, MUG).available()).isEqualTo(Quantity.of(2));
    assertThat(paid.shop.level(LON, MUG).onHand()).isEqualTo(Quantity.of(9_997));
    assertThat(order().fulfillmentStatus()).isEqualTo(FulfillmentStatus.PARTIALLY_RETURNED);
    assertThat(outcome).isInstanceOf(RefundOutcome.Refunded.class);
    assertThat(paid.refunded("o1")).isEqualTo(gbp("9.98"));
    assertThat(paid.sandbox.refunded(PaidOrders.paymentOf(order()))).contains(gbp("9.98"));
    assertThat(paid.returns.get(paid.shop.ada, R1).status()).isEqualTo(RmaStatus.REFUNDED);
    assertThat(paid.returns.ofOrder(paid.shop.ada, O1)).extracting(Rma::id).containsExactly(R1);
  }

  @Test
  void J13_a_pickup_is_made_ready_collected_and_returned_in_another_store() {
    paid.captured(Wanted.pickup("o1", Line.of("1", MUG, "3", LON, "14.97")));
    PickupCode ready = paid.fulfillment.makeReady(paid.shop.london, FulfillmentId.of("o1-1"));
    paid.fulfillment.collect(
        paid.shop.london, FulfillmentId.of("o1-1"), ready.code(), "Ada Lovelace");
    var leeds = paid.shop.office.withChannel(ChannelId.of("store-leeds")).withLocation(LEEDS);

    paid.returns.open(leeds, R1, O1, List.of(line("1", "1")));
    paid.returns.receive(leeds, R1, LEEDS, Disposition.RESTOCK);
    paid.returns.refund(leeds, R1, key("till-1"));

    assertThat(paid.shop.level(LEEDS, MUG).available()).isEqualTo(Quantity.ONE);
    assertThat(paid.refunded("o1")).isEqualTo(gbp("4.99"));
    assertThat(paid.shop.events)
        .extracting(event -> event.event().type())
        .containsSubsequence(
            "fulfillment.pickup_ready",
            "fulfillment.pickup_collected",
            "return.opened",
            "return.received",
            "payment.refunded",
            "return.refunded");
  }

  @Test
  void what_comes_back_goes_to_stock_to_quarantine_or_to_scrap() {
    threeMugs();

    dispose("r1", Disposition.RESTOCK);
    dispose("r2", Disposition.QUARANTINE);
    dispose("r3", Disposition.SCRAP);

    assertThat(paid.shop.level(LEEDS, MUG).available()).isEqualTo(Quantity.ONE);
    assertThat(paid.shop.level(LEEDS, MUG).quarantined()).isEqualTo(Quantity.ONE);
    assertThat(order().fulfillmentStatus()).isEqualTo(FulfillmentStatus.RETURNED);
  }

  @Test
  void three_units_for_ten_pounds_come_back_one_by_one_for_exactly_ten_pounds() {
    paid.shipped(Wanted.shipped("o1", Line.of("1", MUG, "3", LON, "10.00")));

    Money first = paid.received("r1", "o1", line("1", "1")).refund().orElseThrow();
    Money second = paid.received("r2", "o1", line("1", "1")).refund().orElseThrow();
    Money third = paid.received("r3", "o1", line("1", "1")).refund().orElseThrow();

    assertThat(List.of(first, second, third))
        .containsExactly(gbp("3.33"), gbp("3.34"), gbp("3.33"));
  }

  @Test
  void L70_a_refund_is_net_of_the_lines_discount_and_includes_the_tax_that_was_added() {
    paid.shipped(Wanted.shipped("o1", Line.of("1", MUG, "2", LON, gbp("20.00"), 500, 300)));

    assertThat(paid.received("r1", "o1", line("1", "1")).refund()).contains(gbp("9.00"));
    assertThat(paid.received("r2", "o1", line("1", "1")).refund()).contains(gbp("9.00"));
  }

  @Test
  void L71_the_refund_is_computed_from_what_is_received_and_shown_before() {
    threeMugs();

    Money shown = paid.returns.preview(paid.shop.ada, O1, List.of(line("1", "2")));

    assertThat(shown).isEqualTo(gbp("9.98"));
    assertThat(paid.received("r1", "o1", line("1", "2")).refund()).contains(shown);
  }

  @Test
  void L73_a_change_of_the_catalog_does_not_change_what_is_given_back() {
    threeMugs();
    new CoreCatalogService(paid.shop.storage)
        .save(paid.shop.office, List.of(CatalogEntry.of(MUG, "Dear mug").withDiscontinued(true)));

    assertThat(paid.received("r1", "o1", line("1", "1")).refund()).contains(gbp("4.99"));
  }

  @Test
  void opening_again_with_the_same_content_answers_as_the_first_time() {
    threeMugs();
    Rma first = paid.open("r1", "o1", line("1", "1"), line("1", "1"));

    assertThat(paid.open("r1", "o1", line("1", "2"))).isEqualTo(first);
    assertUnchanged("return.id_taken", () -> paid.open("r1", "o1", line("1", "3")));
  }

  @Test
  void receiving_again_changes_nothing() {
    threeMugs();
    Rma first = paid.received("r1", "o1", line("1", "1"));

    assertThat(paid.receive("r1", LON)).isEqualTo(first);
    assertThat(paid.shop.level(LON, MUG).onHand()).isEqualTo(Quantity.of(9_998));
    assertUnchanged("return.illegal_transition", () -> paid.receive("r1", LEEDS));
  }

  @Test
  void L75_the_same_refund_asked_again_gives_no_more_money() {
    threeMugs();
    paid.received("r1", "o1", line("1", "1"));
    RefundOutcome first = paid.returns.refund(paid.office, R1, key("k1"));
    int told = paid.shop.events.size();

    RefundOutcome again = paid.returns.refund(paid.office, R1, key("k1"));

    assertThat(again).isEqualTo(first);
    assertThat(paid.shop.events).hasSize(told);
    assertThat(paid.refunded("o1")).isEqualTo(gbp("4.99"));
  }

  @Test
  void F15_another_channel_with_another_key_finds_that_the_money_was_given_back() {
    threeMugs();
    paid.received("r1", "o1", line("1", "1"));
    RefundOutcome first = paid.returns.refund(paid.office, R1, key("store"));
    int told = paid.shop.events.size();

    RefundOutcome second = paid.returns.refund(paid.office, R1, key("call-center"));

    assertThat(first).isInstanceOf(RefundOutcome.Refunded.class);
    assertThat(second).isEqualTo(first);
    assertThat(paid.shop.events).hasSize(told);
    assertThat(paid.refunded("o1")).isEqualTo(gbp("4.99"));
  }

  @Test
  void a_gateway_that_does_not_answer_leaves_the_refund_pending_until_it_is_asked_again() {
    threeMugs();
    paid.received("r1", "o1", line("1", "1"));
    paid.sandbox.next(SandboxEntry.Operation.REFUND, SandboxGateway.Fault.TIMEOUT_AFTER);

    RefundOutcome pending = paid.returns.refund(paid.office, R1, key("k1"));
    RefundOutcome done = paid.returns.refund(paid.office, R1, key("k1"));

    assertThat(pending).isInstanceOf(RefundOutcome.Pending.class);
    assertThat(done).isInstanceOf(RefundOutcome.Refunded.class);
    assertThat(paid.sandbox.refunded(PaidOrders.paymentOf(order()))).contains(gbp("4.99"));
  }

  @Test
  void what_the_gateway_declines_can_be_tried_again_and_is_given_back_once() {
    threeMugs();
    paid.received("r1", "o1", line("1", "1"));
    paid.sandbox.next(SandboxEntry.Operation.REFUND, SandboxGateway.Fault.DECLINE);

    assertRefused("return.refund_declined", paid.returns.refund(paid.office, R1, key("k1")));
    RefundOutcome done = paid.returns.refund(paid.office, R1, key("k1"));

    assertThat(done).isInstanceOf(RefundOutcome.Refunded.class);
    assertThat(paid.refunded("o1")).isEqualTo(gbp("4.99"));
  }

  @Test
  void of_a_payment_that_was_never_captured_nothing_is_given_back() {
    paid.authorized(Wanted.shipped("o1", Line.of("1", MUG, "3", LON, "14.97")));
    paid.fulfillment.shipAll(
        paid.office, FulfillmentId.of("o1-1"), java.util.Optional.empty(), key("out"));
    paid.received("r1", "o1", line("1", "1"));

    RefundOutcome outcome = paid.returns.refund(paid.office, R1, key("k1"));

    assertRefused("return.amount_exceeded", outcome);
    assertThat(((RefundOutcome.Refused) outcome).reasons().get(0).facts().get("remaining"))
        .contains("GBP 0.00");
    assertThat(paid.returns.get(paid.office, R1).status()).isEqualTo(RmaStatus.RECEIVED);
  }

  @Test
  void a_return_is_called_off_before_its_goods_came_and_not_after() {
    threeMugs();
    paid.open("r1", "o1", line("1", "1"));
    paid.received("r2", "o1", line("1", "1"));

    Rma cancelled = paid.returns.cancel(paid.shop.ada, R1);

    assertThat(cancelled.status()).isEqualTo(RmaStatus.CANCELLED);
    assertThat(paid.returns.cancel(paid.shop.ada, R1)).isEqualTo(cancelled);
    assertUnchanged("return.illegal_transition", () -> paid.receive("r1", LON));
    assertUnchanged(
        "return.illegal_transition", () -> paid.returns.cancel(paid.shop.ada, RmaId.of("r2")));
  }

  @Test
  void goodwill_stands_in_the_orders_history_and_is_given_once_for_a_key() {
    threeMugs();

    Money first =
        paid.returns.refundGoodwill(paid.office, O1, gbp("2.00"), "Late parcel", key("k1"));
    paid.returns.refundGoodwill(paid.office, O1, gbp("2.00"), "Late parcel", key("k1"));

    assertThat(first).isEqualTo(gbp("2.00"));
    assertThat(paid.refunded("o1")).isEqualTo(gbp("2.00"));
    assertThat(order().history())
        .filteredOn(entry -> entry.what().equals("goodwill"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.remark()).isEqualTo("GBP 2.00: Late parcel"));
    assertUnchanged(
        "idempotency.mismatch",
        () -> paid.returns.refundGoodwill(paid.office, O1, gbp("3.00"), "More", key("k1")));
  }

  @Test
  void goodwill_whose_end_is_unknown_says_so_and_ends_when_it_is_asked_again() {
    threeMugs();
    paid.sandbox.next(SandboxEntry.Operation.REFUND, SandboxGateway.Fault.TIMEOUT_AFTER);

    CommerceException refused =
        refused(() -> paid.returns.refundGoodwill(paid.office, O1, gbp("2.00"), "Late", key("k1")));
    paid.returns.refundGoodwill(paid.office, O1, gbp("2.00"), "Late", key("k1"));

    assertThat(refused.code()).hasToString("payment.in_progress");
    assertThat(paid.sandbox.refunded(PaidOrders.paymentOf(order()))).contains(gbp("2.00"));
  }

  @Test
  void goodwill_that_is_refused_is_not_kept() {
    threeMugs();
    paid.sandbox.next(SandboxEntry.Operation.REFUND, SandboxGateway.Fault.TIMEOUT_BEFORE);
    refused(() -> paid.returns.refundGoodwill(paid.office, O1, gbp("2.00"), "Late", key("k1")));

    assertUnchanged(
        "payment.in_progress",
        () -> paid.returns.refundGoodwill(paid.office, O1, gbp("1.00"), "Rude", key("k2")));
    paid.returns.refundGoodwill(paid.office, O1, gbp("2.00"), "Late", key("k1"));

    paid.returns.refundGoodwill(paid.office, O1, gbp("3.00"), "Very rude", key("k2"));
    assertThat(paid.refunded("o1")).isEqualTo(gbp("5.00"));
    assertThatThrownBy(
            () -> paid.returns.refundGoodwill(paid.office, O1, gbp("1.00"), "Rude", key("k2")))
        .hasMessageContaining("k2")
        .hasMessageNotContaining("goodwill/");
  }

  @Test
  void a_return_whose_payment_is_busy_is_pending_and_not_refused() {
    threeMugs();
    paid.open("r1", "o1", line("1", "1"));
    paid.receive("r1", LON);
    paid.sandbox.next(SandboxEntry.Operation.REFUND, SandboxGateway.Fault.TIMEOUT_BEFORE);
    refused(() -> paid.returns.refundGoodwill(paid.office, O1, gbp("2.00"), "Late", key("k1")));

    RefundOutcome outcome = paid.returns.refund(paid.office, RmaId.of("r1"), key("k2"));

    assertThat(outcome).isInstanceOf(RefundOutcome.Pending.class);
    paid.returns.refundGoodwill(paid.office, O1, gbp("2.00"), "Late", key("k1"));
    assertThat(paid.returns.refund(paid.office, RmaId.of("r1"), key("k2")))
        .isInstanceOf(RefundOutcome.Refunded.class);
  }

  @Test
  void what_was_measured_comes_back_in_parts() {
    paid.shipped(Wanted.shipped("o1", Line.of("1", ROPE, "2.5", LON, "25.00")));

    assertThat(paid.received("r1", "o1", line("1", "0.75")).refund()).contains(gbp("7.50"));
    assertThat(paid.shop.level(LON, ROPE).onHand()).isEqualTo(Quantity.parse("9998.25"));
    assertUnchanged("quantity.invalid", () -> paid.open("r2", "o1", line("1", "0.001")));
  }

  @Test
  void a_location_that_does_not_exist_receives_nothing() {
    threeMugs();
    paid.open("r1", "o1", line("1", "1"));

    CommerceException refused = refused(() -> paid.receive("r1", LocationId.of("NOWHERE")));

    assertThat(refused.code()).hasToString("channel.unknown_location");
  }

  @Test
  void reasons_of_a_line_listed_twice_are_kept() {
    threeMugs();

    Rma rma =
        paid.open(
            "r1",
            "o1",
            new ReturnLine(LineId.of("1"), Quantity.ONE, "too small"),
            new ReturnLine(LineId.of("1"), Quantity.ONE, "too red"));

    assertThat(rma.lines())
        .containsExactly(new ReturnLine(LineId.of("1"), Quantity.of(2), "too small\ntoo red"));
  }

  @Test
  void several_lines_are_received_together_or_not_at_all() {
    paid.shipped(
        Wanted.shipped(
            "o1", Line.of("1", MUG, "1", LON, "4.99"), Line.of("2", TEE, "1", LON, "12.50")));
    paid.open("r1", "o1", line("1", "1"), line("2", "1"));
    paid.received("r2", "o1", line("2", "1"));

    assertUnchanged("return.quantity_exceeded", () -> paid.receive("r1", LON));
  }

  private void threeMugs() {
    paid.shipped(Wanted.shipped("o1", Line.of("1", MUG, "3", LON, "14.97")));
  }

  private void dispose(String rma, Disposition disposition) {
    paid.open(rma, "o1", line("1", "1"));
    paid.returns.receive(paid.shop.office, RmaId.of(rma), LEEDS, disposition);
  }

  private Order order() {
    return paid.order(O1);
  }

  private static void assertRefused(String code, RefundOutcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RefundOutcome.Refused.class,
            refused -> assertThat(refused.reasons().get(0).code()).hasToString(code));
  }

  private static CommerceException refused(ThrowingCallable call) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(CommerceException.class, call);
  }

  private void assertUnchanged(String code, ThrowingCallable call) {
    paid.shop.assertUnchanged(PaidOrders.TYPES, code, call);
  }
}
