package io.omnicommerce.order;

import static io.omnicommerce.order.OrderAction.CANCEL;
import static io.omnicommerce.order.OrderAction.CLOSE;
import static io.omnicommerce.order.OrderAction.CONFIRM;
import static io.omnicommerce.order.OrderAction.HOLD;
import static io.omnicommerce.order.OrderAction.RELEASE;
import static io.omnicommerce.order.OrderStatus.CANCELLED;
import static io.omnicommerce.order.OrderStatus.CLOSED;
import static io.omnicommerce.order.OrderStatus.CONFIRMED;
import static io.omnicommerce.order.OrderStatus.ON_HOLD;
import static io.omnicommerce.order.OrderStatus.PLACED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.flow.StateMachine;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderFlowTest {

  @Test
  void the_standard_may_be_varied_by_holding_what_is_confirmed() {
    StateMachine<OrderStatus, OrderAction> varied =
        OrderFlow.STANDARD.toBuilder().row(CONFIRMED, HOLD, ON_HOLD).build();

    assertThat(OrderFlow.checked(OrderFlow.STANDARD)).isSameAs(OrderFlow.STANDARD);
    assertThat(OrderFlow.checked(varied)).isSameAs(varied);
  }

  @Test
  void an_order_begins_as_placed() {
    refused(
        new StateMachine.Table<OrderStatus, OrderAction>(CONFIRMED)
            .row(CONFIRMED, CANCEL, CANCELLED)
            .row(CONFIRMED, CLOSE, CLOSED)
            .terminal(CANCELLED)
            .terminal(CLOSED),
        "begins as PLACED");
  }

  @Test
  void nothing_that_was_cancelled_comes_back() {
    refused(
        new StateMachine.Table<OrderStatus, OrderAction>(PLACED)
            .row(PLACED, CONFIRM, CONFIRMED)
            .row(PLACED, CANCEL, CANCELLED)
            .row(CANCELLED, CONFIRM, CONFIRMED)
            .row(CONFIRMED, CLOSE, CLOSED)
            .terminal(CLOSED),
        "CANCELLED on CONFIRM");
    refused(
        new StateMachine.Table<OrderStatus, OrderAction>(PLACED)
            .row(PLACED, CANCEL, CONFIRMED)
            .row(CONFIRMED, CLOSE, CLOSED)
            .terminal(CLOSED),
        "PLACED on CANCEL");
  }

  @Test
  void goods_can_leave_and_every_order_can_end() {
    refused(
        new StateMachine.Table<OrderStatus, OrderAction>(PLACED)
            .row(PLACED, CANCEL, CANCELLED)
            .terminal(CANCELLED),
        "CONFIRMED");
    refused(
        new StateMachine.Table<OrderStatus, OrderAction>(PLACED)
            .row(PLACED, CONFIRM, CONFIRMED)
            .row(PLACED, HOLD, ON_HOLD)
            .row(ON_HOLD, RELEASE, PLACED)
            .terminal(CONFIRMED),
        "has not ended");
  }

  private static void refused(StateMachine.Table<OrderStatus, OrderAction> table, String because) {
    StateMachine<OrderStatus, OrderAction> flow = table.build();

    assertThatThrownBy(() -> OrderFlow.checked(flow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because);
  }
}
