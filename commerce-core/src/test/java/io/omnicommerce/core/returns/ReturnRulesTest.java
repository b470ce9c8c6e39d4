package io.omnicommerce.core.returns;

import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static io.omnicommerce.core.returns.PaidOrders.gbp;
import static io.omnicommerce.core.returns.PaidOrders.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.order.OrderDraft;
import io.omnicommerce.core.order.PlacedOrders;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaAction;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.returns.RmaStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReturnRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final CallContext OFFICE =
      CallContext.of(PlacedOrders.ACME, PlacedOrders.WEB, Actor.system("test"));

  @Test
  void L53_every_state_and_every_action_does_what_the_table_says_and_nothing_else() {
    List<String> possible = new ArrayList<>();
    for (RmaStatus from : RmaStatus.values()) {
      for (RmaAction action : RmaAction.values()) {
        tried(rma(from), action).ifPresent(to -> possible.add(from + " " + action + " " + to));
      }
    }

    assertThat(possible)
        .containsExactlyInAnyOrder(
            "OPEN RECEIVE RECEIVED", "OPEN CANCEL CANCELLED", "RECEIVED REFUND REFUNDED");
  }

  private static Optional<RmaStatus> tried(Rma rma, RmaAction action) {
    try {
      return Optional.of(ReturnRules.fire(rma, action));
    } catch (RefusedException refused) {
      assertThat(refused.code()).hasToString("return.illegal_transition");
      assertThat(refused.facts().get("from")).contains(rma.status().name());
      return Optional.empty();
    }
  }

  private static Rma rma(RmaStatus status) {
    Rma open = ReturnRules.open(RmaId.of("r1"), order(), List.of(line("1", "1")), OFFICE, NOW);
    return new Rma(
        open.id(),
        open.version(),
        open.order(),
        open.channel(),
        status,
        open.lines(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NOW);
  }

  @Test
  void what_was_taken_off_the_whole_order_by_hand_is_taken_off_its_lines_in_proportion() {
    Order order =
        OrderDraft.shipped(
            List.of(
                Line.of("1", MUG, "1", LON, "43.00"),
                Line.of("2", MUG, "1", LON, "14.00"),
                Line.of("3", MUG, "1", LON, "23.00")),
            gbp("3.00"));

    assertThat(RefundRules.paid(order).values())
        .containsExactly(gbp("41.39"), gbp("13.47"), gbp("22.14"));
  }

  @Test
  void a_reduction_larger_than_the_goods_leaves_nothing_to_give_back() {
    Order order = OrderDraft.shipped(List.of(Line.of("1", MUG, "1", LON, "4.99")), gbp("10.00"));

    assertThat(RefundRules.refund(order, List.of(line("1", "1")))).isEqualTo(gbp("0.00"));
  }

  @Test
  void a_third_of_nineteen_pence_is_rounded_on_the_running_sum() {
    Order order = OrderDraft.shipped(List.of(Line.of("1", MUG, "3", LON, "0.19")), gbp("0.00"));
    List<Money> refunds = new ArrayList<>();

    for (int i = 0; i < 3; i++) {
      refunds.add(RefundRules.refund(order, List.of(line("1", "1"))));
      order = OrderDraft.returned(order, line("1", "1"));
    }

    assertThat(refunds).containsExactly(gbp("0.06"), gbp("0.07"), gbp("0.06"));
  }

  private static Order order() {
    return OrderDraft.shipped(List.of(Line.of("1", MUG, "3", LON, "14.97")), gbp("0.00"));
  }
}
