package io.omnicommerce.core.order;

import static io.omnicommerce.core.order.PlacedOrders.DC;
import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static io.omnicommerce.core.order.PlacedOrders.TEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.FulfillmentStatus;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderAction;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  /** How an order gets into each state. */
  private static final Map<OrderStatus, List<OrderAction>> PATHS =
      Map.of(
          OrderStatus.PLACED, List.of(),
          OrderStatus.ON_HOLD, List.of(OrderAction.HOLD),
          OrderStatus.CONFIRMED, List.of(OrderAction.CONFIRM),
          OrderStatus.CANCELLED, List.of(OrderAction.CANCEL),
          OrderStatus.CLOSED, List.of(OrderAction.CONFIRM, OrderAction.CLOSE));

  private final PlacedOrders shop = new PlacedOrders();

  @Test
  void L53_every_state_and_every_action_does_what_the_table_says_and_nothing_else() {
    List<String> possible = new ArrayList<>();
    for (OrderStatus from : OrderStatus.values()) {
      for (OrderAction action : OrderAction.values()) {
        Order order = order(from);
        Optional<Order> moved = tried(order, action);
        moved.ifPresent(
            there -> {
              possible.add(from + " " + action + " " + there.status());
              assertThat(there.version()).isEqualTo(order.version().next());
            });
      }
    }

    assertThat(possible)
        .containsExactlyInAnyOrder(
            "PLACED CONFIRM CONFIRMED",
            "PLACED HOLD ON_HOLD",
            "PLACED CANCEL CANCELLED",
            "ON_HOLD RELEASE PLACED",
            "ON_HOLD CANCEL CANCELLED",
            "CONFIRMED CANCEL CANCELLED",
            "CONFIRMED CLOSE CLOSED");
  }

  private Optional<Order> tried(Order order, OrderAction action) {
    try {
      return Optional.of(move(order, action));
    } catch (RefusedException refused) {
      assertThat(refused.code()).hasToString("order.illegal_transition");
      assertThat(refused.facts().get("from")).contains(order.status().name());
      assertThat(refused.facts().get("action")).contains(action.name());
      return Optional.empty();
    }
  }

  @Test
  void L55_the_history_is_a_chain() {
    Order order = order(OrderStatus.ON_HOLD);
    order = move(order, OrderAction.RELEASE);
    order = move(order, OrderAction.CONFIRM);
    order = move(order, OrderAction.CLOSE);

    assertThat(order.history().get(0).from()).isEmpty();
    for (int i = 1; i < order.history().size(); i++) {
      assertThat(order.history().get(i).sequence()).isEqualTo(i + 1);
      assertThat(order.history().get(i).from()).contains(order.history().get(i - 1).to());
    }
    assertThat(order.history().get(order.history().size() - 1).to()).isEqualTo(order.status());
    assertThat(order.history()).hasSize(5);
  }

  @Test
  void a_cancelled_order_has_nothing_open() {
    Order order =
        OrderRules.cancelled(
            OrderFlow.STANDARD, order(OrderStatus.CONFIRMED), "No longer wanted", shop.ada, NOW);

    assertThat(order.lines()).allSatisfy(line -> assertThat(line.open().isZero()).isTrue());
    assertThat(order.lines().get(0).cancelled()).isEqualTo(Quantity.of(2));
    assertThat(order.fulfillmentStatus()).isEqualTo(FulfillmentStatus.CANCELLED);
    assertThat(order.history().get(2).what()).isEqualTo("cancelled");
    assertThat(order.history().get(2).remark()).isEqualTo("No longer wanted");
  }

  @Test
  void L59_a_line_never_holds_more_than_was_ordered() {
    OrderLine line = order(OrderStatus.PLACED).line(LineId.of("1")).orElseThrow();

    assertThat(shipped(line, Quantity.ONE).open()).isEqualTo(Quantity.ONE);
    assertThatThrownBy(() -> line.allocations().get(0).plusShipped(Quantity.of(3)))
        .hasMessageContaining("may not be negative");
    List<Allocation> one = shipped(line, Quantity.ONE).allocations();
    assertThatThrownBy(() -> line.withCancelled(Quantity.of(2), one))
        .hasMessageContaining("may not be negative");
    assertThatThrownBy(() -> line.withReturned(Quantity.ONE))
        .hasMessageContaining("may not be negative");
  }

  private static OrderLine shipped(OrderLine line, Quantity quantity) {
    LocationId source = line.allocations().get(0).source();
    return AllocationRules.shipped(line, source, quantity).line();
  }

  @Test
  void progress_changes_the_named_lines_and_no_other() {
    Order order = order(OrderStatus.CONFIRMED);
    OrderLine second = order.lines().get(1);

    Order changed =
        OrderRules.progressed(
            order, List.of(shipped(second, Quantity.ONE)), "shipped", "o1-1", shop.office, NOW);

    assertThat(changed.lines().get(0)).isEqualTo(order.lines().get(0));
    assertThat(changed.lines().get(1).shipped()).isEqualTo(Quantity.ONE);
    assertThat(changed.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(changed.fulfillmentStatus()).isEqualTo(FulfillmentStatus.PARTIAL);
  }

  @Test
  void a_cart_and_a_number_become_at_most_one_order() {
    order("o1");

    var thrown =
        catchThrowableOfType(
            io.omnicommerce.storage.StorageException.class,
            () -> shop.storeAgain("o1", OrderId.of("o2"), OrderNumber.of("N-other")));

    assertThat(thrown.code()).hasToString("storage.key_taken");
    assertThat(thrown.facts().get("key")).contains("cart");
  }

  private Order order(OrderStatus status) {
    Order order = order("o-" + status + "-" + shop.nextNumber());
    for (OrderAction action : PATHS.getOrDefault(status, List.of())) {
      order = move(order, action);
    }
    assertThat(order.status()).isEqualTo(status);
    return order;
  }

  private Order order(String id) {
    return shop.place(
        Wanted.shipped(
            id, Line.of("1", MUG, "2", LON, "9.98"), Line.of("2", TEE, "1", DC, "12.50")));
  }

  private Order move(Order order, OrderAction action) {
    return OrderRules.moved(OrderFlow.STANDARD, order, action, "", shop.office, NOW);
  }
}
