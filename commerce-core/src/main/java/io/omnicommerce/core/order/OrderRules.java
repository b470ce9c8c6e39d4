package io.omnicommerce.core.order;

import io.omnicommerce.cart.CartLine;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderAction;
import io.omnicommerce.order.OrderHistoryEntry;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How orders begin and change: every change is one version with one entry of the history. */
public final class OrderRules {

  private OrderRules() {}

  /** The order that a cart becomes. */
  public static Order place(NewOrder facts) {
    return new Order(
        facts.id(),
        facts.number(),
        Version.of(1),
        facts.cart().id(),
        facts.cart().owner(),
        facts.context().channel(),
        OrderStatus.PLACED,
        lines(facts),
        facts.priced().charges(),
        facts.priced().totals(),
        facts.priced().trace(),
        facts.cart().contact(),
        facts.cart().delivery().orElseThrow(),
        facts.promise(),
        facts.payments(),
        facts.cards(),
        List.of(placed(facts)),
        facts.now());
  }

  private static OrderHistoryEntry placed(NewOrder facts) {
    return new OrderHistoryEntry(
        1,
        "placed",
        Optional.empty(),
        OrderStatus.PLACED,
        facts.context().actor().label(),
        facts.context().channel(),
        facts.now(),
        "");
  }

  private static List<OrderLine> lines(NewOrder facts) {
    return facts.priced().lines().stream()
        .sorted(Comparator.comparing(PricedLine::id))
        .map(line -> line(line, facts))
        .toList();
  }

  private static OrderLine line(PricedLine priced, NewOrder facts) {
    var entry = facts.entries().of(priced.sku());
    return new OrderLine(
        priced,
        entry.title(),
        facts.cart().line(priced.id()).flatMap(CartLine::reference),
        facts.allocations().getOrDefault(priced.id(), List.of()),
        entry.unit().decimals(),
        Quantity.ZERO,
        Quantity.ZERO);
  }

  /**
   * A step along the flow.
   *
   * @throws RefusedException {@code order.illegal_transition}
   */
  public static Order moved(
      StateMachine<OrderStatus, OrderAction> flow,
      Order order,
      OrderAction action,
      String remark,
      CallContext context,
      Instant now) {
    OrderStatus to = flow.fire(order.status(), action, OrderService.ILLEGAL_TRANSITION);
    return changed(order, to, order.lines(), what(action), remark, context, now);
  }

  /**
   * The end of an order of which nothing has left: all that is open is cancelled.
   *
   * @throws RefusedException {@code order.illegal_transition}
   */
  public static Order cancelled(
      StateMachine<OrderStatus, OrderAction> flow,
      Order order,
      String reason,
      CallContext context,
      Instant now) {
    OrderStatus to = flow.fire(order.status(), OrderAction.CANCEL, OrderService.ILLEGAL_TRANSITION);
    List<OrderLine> lines = order.lines().stream().map(AllocationRules::cancelled).toList();
    return changed(order, to, lines, what(OrderAction.CANCEL), reason, context, now);
  }

  /**
   * The end of an order of which nothing is open.
   *
   * @throws RefusedException {@code order.illegal_transition}
   */
  static Order closed(
      StateMachine<OrderStatus, OrderAction> flow, Order order, CallContext context, Instant now) {
    Order closed = moved(flow, order, OrderAction.CLOSE, "", context, now);
    order.lines().stream()
        .filter(line -> !line.open().isZero())
        .findFirst()
        .ifPresent(
            line -> {
              throw stillOpen(order.status(), line);
            });
    return closed;
  }

  private static RefusedException stillOpen(OrderStatus status, OrderLine line) {
    LineId id = line.priced().id();
    ErrorCode code = OrderService.ILLEGAL_TRANSITION;
    return new RefusedException(
        code,
        "CLOSE is not possible while " + line.open() + " of the line " + id + " are open.",
        Facts.of("from", status, "action", OrderAction.CLOSE)
            .with("allowed", "once nothing is open")
            .with("line", id)
            .with("open", line.open()));
  }

  /**
   * Progress that is no step of the flow: goods have left, or came back.
   *
   * @param lines the lines that have changed
   */
  public static Order progressed(
      Order order,
      List<OrderLine> lines,
      String what,
      String remark,
      CallContext context,
      Instant now) {
    return changed(
        order, order.status(), replaced(order.lines(), lines), what, remark, context, now);
  }

  private static List<OrderLine> replaced(List<OrderLine> all, List<OrderLine> changed) {
    Map<LineId, OrderLine> byId =
        changed.stream().collect(Collectors.toMap(OrderRules::id, Function.identity()));
    return all.stream().map(line -> byId.getOrDefault(id(line), line)).toList();
  }

  private static LineId id(OrderLine line) {
    return line.priced().id();
  }

  private static String what(OrderAction action) {
    return switch (action) {
      case CONFIRM -> "confirmed";
      case HOLD -> "held";
      case RELEASE -> "released";
      case CANCEL -> "cancelled";
      case CLOSE -> "closed";
    };
  }

  private static Order changed(
      Order order,
      OrderStatus to,
      List<OrderLine> lines,
      String what,
      String remark,
      CallContext context,
      Instant now) {
    Version version = order.version().next();
    List<OrderHistoryEntry> history = new ArrayList<>(order.history());
    history.add(
        new OrderHistoryEntry(
            version.value(),
            what,
            Optional.of(order.status()),
            to,
            context.actor().label(),
            context.channel(),
            now,
            remark));
    return new Order(
        order.id(),
        order.number(),
        version,
        order.cart(),
        order.owner(),
        order.channel(),
        to,
        lines,
        order.charges(),
        order.totals(),
        order.trace(),
        order.contact(),
        order.delivery(),
        order.promise(),
        order.payments(),
        order.cards(),
        history,
        order.placedAt());
  }
}
