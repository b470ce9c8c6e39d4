package io.omnicommerce.core.order;

import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.order.HoldReason;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderHistoryEntry;
import io.omnicommerce.order.OrderHold;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderHoldsServiceTest {

  private static final OrderId O1 = OrderId.of("o1");

  private final PlacedOrders shop = new PlacedOrders();
  private final OrderService orders = new CoreOrderService(shop.storage, OrderFlow.STANDARD);

  @Test
  void an_order_goes_on_when_the_last_of_its_holds_is_released() {
    place();
    orders.hold(shop.office, O1, HoldReason.FRAUD, "three cards in an hour");
    Order held = orders.hold(shop.office, O1, HoldReason.CREDIT, "limit reached");

    assertThat(held.status()).isEqualTo(OrderStatus.ON_HOLD);
    assertThat(held.holds())
        .extracting(OrderHold::reason)
        .containsExactly(HoldReason.FRAUD, HoldReason.CREDIT);

    Order waiting = orders.release(shop.office, O1, HoldReason.FRAUD);
    Order free = orders.release(shop.office, O1, HoldReason.CREDIT);

    assertThat(waiting.status()).isEqualTo(OrderStatus.ON_HOLD);
    assertThat(free.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(free.holds()).isEmpty();
    assertThat(free.history())
        .extracting(OrderHistoryEntry::remark)
        .containsExactly(
            "", "fraud: three cards in an hour", "credit: limit reached", "fraud", "credit");
  }

  @Test
  void L54_each_hold_and_each_release_is_one_version_and_one_event() {
    place();
    shop.events.clear();

    orders.hold(shop.office, O1, HoldReason.FRAUD, "odd");
    orders.hold(shop.office, O1, HoldReason.of("export"), "no licence");
    orders.release(shop.office, O1);

    assertThat(shop.events)
        .extracting(event -> event.version().value() + " " + event.event().type())
        .containsExactly("2 order.status_changed", "3 order.progressed", "4 order.status_changed");
    assertThat(shop.events.get(1).event()).isEqualTo(new OrderEvent.OrderProgressed(O1, "held"));
  }

  @Test
  void the_same_reason_stands_once_and_one_that_does_not_stand_is_not_released() {
    place();
    orders.hold(shop.office, O1, HoldReason.STOCK, "flood");

    assertUnchanged(
        "order.illegal_transition", () -> orders.hold(shop.office, O1, HoldReason.STOCK, "again"));
    assertUnchanged("order.not_held", () -> orders.release(shop.office, O1, HoldReason.FRAUD));
    assertUnchanged("permission.denied", () -> orders.hold(shop.ada, O1, HoldReason.FRAUD, "why"));
    assertUnchanged("permission.denied", () -> orders.release(shop.ada, O1, HoldReason.STOCK));
  }

  @Test
  void reasons_are_limited() {
    place();
    for (int i = 0; i < OrderService.HOLDS_MAX; i++) {
      orders.hold(shop.office, O1, HoldReason.of("reason-" + i), "why");
    }

    assertUnchanged(
        "order.limit_exceeded",
        () -> orders.hold(shop.office, O1, HoldReason.of("one-more"), "why"));
  }

  @Test
  void L55_L56_the_history_is_a_chain_of_hashes_with_actor_cause_time_and_correlation() {
    place();
    orders.hold(shop.office.withCorrelation("trace-77"), O1, HoldReason.FRAUD, "odd");
    Order order = orders.release(shop.office, O1);

    assertThat(OrderHistory.verify(order)).isEmpty();
    assertThat(order.history())
        .extracting(OrderHistoryEntry::correlation)
        .containsExactly("cart-o1", "trace-77", "cart-o1");
    assertThat(order.history())
        .allSatisfy(
            entry -> {
              assertThat(entry.actor()).isNotBlank();
              assertThat(entry.what()).isNotBlank();
              assertThat(entry.hash()).hasSize(43);
            });
  }

  @Test
  void L55_whoever_changes_removes_or_adds_an_entry_is_found() {
    place();
    orders.hold(shop.office, O1, HoldReason.FRAUD, "odd");
    orders.release(shop.office, O1);
    Order order = orders.confirm(shop.office, O1);

    assertThat(faults(order, history -> history.subList(0, 3))).isEmpty();
    assertThat(faults(order, history -> without(history, 1))).isNotEmpty();
    assertThat(faults(order, history -> with(history, 1, renamed(history.get(1)))))
        .containsExactly("The entry 2 is not the one that was written.");
    OrderHistoryEntry resealed = renamed(history(order).get(1)).chained(hash(order, 0));
    assertThat(faults(order, history -> with(history, 1, resealed)))
        .containsExactly("The entry 3 is not the one that was written.");
  }

  @Test
  void L55_the_audit_finds_a_history_that_was_changed() {
    place();
    orders.hold(shop.office, O1, HoldReason.FRAUD, "odd");
    assertThat(shop.memory.maintenance().audit(List.of(OrderDocuments.TYPE))).isEmpty();

    shop.storage.inTransaction(
        shop.office,
        session -> {
          Stored<Order> stored = OrderDocuments.visible(session, O1);
          return session.commit(
              Decision.builder()
                  .save(
                      DocumentWrite.update(
                          OrderDocuments.TYPE,
                          stored,
                          PlacedOrders.withHistory(
                              stored.value(),
                              with(history(stored.value()), 1, renamed(hold(stored.value()))))))
                  .build());
        });

    assertThat(shop.memory.maintenance().audit(List.of(OrderDocuments.TYPE)))
        .extracting(found -> found.audit() + " " + found.subject())
        .contains("CONTENT order o1");
  }

  private static OrderHistoryEntry hold(Order order) {
    return order.history().get(1);
  }

  private static List<String> faults(Order order, UnaryOperator<List<OrderHistoryEntry>> change) {
    return OrderHistory.verify(change.apply(history(order)));
  }

  private static List<OrderHistoryEntry> history(Order order) {
    return new ArrayList<>(order.history());
  }

  private static String hash(Order order, int index) {
    return order.history().get(index).hash();
  }

  private static List<OrderHistoryEntry> without(List<OrderHistoryEntry> history, int index) {
    history.remove(index);
    return history;
  }

  private static List<OrderHistoryEntry> with(
      List<OrderHistoryEntry> history, int index, OrderHistoryEntry entry) {
    history.set(index, entry);
    return history;
  }

  private static OrderHistoryEntry renamed(OrderHistoryEntry entry) {
    return new OrderHistoryEntry(
        entry.sequence(),
        entry.what(),
        entry.from(),
        entry.to(),
        "staff:mallory",
        entry.channel(),
        entry.at(),
        entry.remark(),
        entry.correlation(),
        entry.hash());
  }

  private void place() {
    shop.place(Wanted.shipped("o1", Line.of("1", MUG, "1", LON, "4.99")));
  }

  private void assertUnchanged(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    shop.assertUnchanged(List.of(OrderDocuments.TYPE, FulfillmentDocuments.TYPE), code, call);
  }
}
