package io.omnicommerce.core.order;

import io.omnicommerce.cart.CartLine;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.HoldReason;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderAction;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderHistoryEntry;
import io.omnicommerce.order.OrderHold;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderOrigin;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        List.of(),
        List.of(),
        Optional.empty(),
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
            "",
            facts.context().correlation().orElseGet(() -> facts.cart().id().value()),
            "")
        .chained("");
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
    return OrderChange.of(order).status(to).by(what(action), remark, context, now);
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
    Money nothing = Money.zero(order.totals().grand().currency());
    return OrderChange.of(order)
        .status(to)
        .lines(lines)
        .holds(List.of())
        .amended(cancellation(order, List.of(), nothing, reason, context, now))
        .by(what(OrderAction.CANCEL), reason, context, now);
  }

  /**
   * An order of which some is not wanted any more.
   *
   * @param lines the lines that have changed
   * @param less what they are less worth
   */
  public static Order partlyCancelled(
      Order order,
      List<OrderLine> lines,
      Money less,
      String reason,
      CallContext context,
      Instant now) {
    List<OrderLine> before = lines.stream().map(line -> line(order, line)).toList();
    return OrderChange.of(order)
        .replacing(lines)
        .amended(cancellation(order, before, order.due().minus(less), reason, context, now))
        .by("partly_cancelled", reason, context, now);
  }

  /**
   * An order that was priced anew.
   *
   * @param lines all that it has now
   * @param before the lines that have changed or are gone, as they were
   * @param group the ledger's group of what it has more
   */
  public static Order amended(
      Order order,
      PricedCart priced,
      List<OrderLine> lines,
      List<OrderLine> before,
      DeliveryChoice delivery,
      DeliveryPromise promise,
      Optional<String> group,
      String reason,
      CallContext context,
      Instant now) {
    Amendment amendment =
        new Amendment(
            order.amendments().size() + 1,
            Amendment.Kind.REPRICING,
            context.actor().label(),
            reason,
            now,
            order.due(),
            priced.totals().grand(),
            before,
            Optional.of(order.totals()),
            group,
            Optional.of(order.delivery()).filter(was -> !was.equals(delivery)));
    return OrderChange.of(order)
        .lines(lines)
        .priced(priced)
        .delivered(delivery, promise)
        .amended(amendment)
        .by("amended", reason, context, now);
  }

  private static OrderLine line(Order order, OrderLine changed) {
    return order.line(changed.priced().id()).orElseThrow();
  }

  private static Amendment cancellation(
      Order order,
      List<OrderLine> before,
      Money after,
      String reason,
      CallContext context,
      Instant now) {
    return new Amendment(
        order.amendments().size() + 1,
        Amendment.Kind.CANCELLATION,
        context.actor().label(),
        reason,
        now,
        order.due(),
        after,
        before,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * An order that is stopped for one more reason.
   *
   * @throws RefusedException {@code order.illegal_transition}, also if this reason stands already
   * @throws LimitExceededException {@code order.limit_exceeded}
   */
  static Order held(
      StateMachine<OrderStatus, OrderAction> flow,
      Order order,
      HoldReason reason,
      String note,
      CallContext context,
      Instant now) {
    if (standing(order, reason).isPresent()) {
      throw new RefusedException(
          OrderService.ILLEGAL_TRANSITION,
          "HOLD is not possible: the order is stopped for the reason " + reason + " already.",
          Facts.of("from", order.status(), "action", OrderAction.HOLD)
              .with("allowed", "another reason"));
    }
    boolean onlyOneMore = !order.holds().isEmpty();
    OrderStatus to =
        onlyOneMore
            ? order.status()
            : flow.fire(order.status(), OrderAction.HOLD, OrderService.ILLEGAL_TRANSITION);
    if (order.holds().size() >= OrderService.HOLDS_MAX) {
      throw new LimitExceededException(
          OrderService.LIMIT_EXCEEDED, "holdsMax", OrderService.HOLDS_MAX, "Release one first.");
    }
    List<OrderHold> holds = new ArrayList<>(order.holds());
    holds.add(new OrderHold(reason, note, context.actor().label(), now));
    return OrderChange.of(order)
        .status(to)
        .holds(holds)
        .by(what(OrderAction.HOLD), remark(reason, note), context, now);
  }

  private static String remark(HoldReason reason, String note) {
    return reason.equals(HoldReason.OTHER) ? note : reason + ": " + note;
  }

  private static Optional<OrderHold> standing(Order order, HoldReason reason) {
    return order.holds().stream().filter(hold -> hold.reason().equals(reason)).findFirst();
  }

  /**
   * An order for which a reason, or every reason, does not stand any more.
   *
   * @throws RefusedException {@code order.illegal_transition}, {@code order.not_held}
   */
  static Order released(
      StateMachine<OrderStatus, OrderAction> flow,
      Order order,
      Optional<HoldReason> reason,
      CallContext context,
      Instant now) {
    OrderStatus free =
        flow.fire(order.status(), OrderAction.RELEASE, OrderService.ILLEGAL_TRANSITION);
    reason
        .filter(one -> standing(order, one).isEmpty())
        .ifPresent(
            one -> {
              throw notHeld(order, one);
            });
    List<OrderHold> holds =
        order.holds().stream()
            .filter(hold -> reason.isPresent() && !hold.reason().equals(reason.get()))
            .toList();
    return OrderChange.of(order)
        .status(holds.isEmpty() ? free : order.status())
        .holds(holds)
        .by(what(OrderAction.RELEASE), reason.map(HoldReason::value).orElse(""), context, now);
  }

  private static RefusedException notHeld(Order order, HoldReason reason) {
    String standing =
        order.holds().stream().map(hold -> hold.reason().value()).collect(Collectors.joining(", "));
    return new RefusedException(
        OrderService.NOT_HELD,
        "The order is not stopped for the reason " + reason + ", but for: " + standing + ".",
        Facts.of("reason", reason, "standing", standing));
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
   * An order of which all that was open has left from elsewhere: a fact.
   *
   * @throws RefusedException {@code order.illegal_transition}
   */
  static Order shippedElsewhere(Order order, LocationId from, CallContext context, Instant now) {
    boolean ended = order.status() == OrderStatus.CANCELLED || order.status() == OrderStatus.CLOSED;
    if (order.origin().filter(OrderOrigin::ships).isEmpty() || ended) {
      throw new RefusedException(
          OrderService.ILLEGAL_TRANSITION,
          "The order is " + order.status() + "; only what its origin ships leaves from elsewhere.",
          Facts.of("from", order.status(), "action", "SHIPPED_ELSEWHERE")
              .with("allowed", "open orders that were imported without stock"));
    }
    List<OrderLine> left =
        order.lines().stream()
            .filter(line -> !line.open().isZero())
            .map(line -> shippedElsewhere(order, line, from))
            .toList();
    return left.isEmpty()
        ? order
        : progressed(order, left, "shipped_elsewhere", from.value(), context, now);
  }

  private static OrderLine shippedElsewhere(Order order, OrderLine line, LocationId from) {
    Quantity open = line.open();
    List<Allocation> all = new ArrayList<>(line.allocations());
    all.add(Allocation.of(from, "elsewhere/" + order.id(), List.of(), open).plusShipped(open));
    return line.withAllocations(all);
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
    return OrderChange.of(order).replacing(lines).by(what, remark, context, now);
  }

  /** What is told of a change. */
  static OrderEvent told(Order before, Order after, String reason) {
    String what = after.history().get(after.history().size() - 1).what();
    return before.status() == after.status()
        ? new OrderEvent.OrderProgressed(after.id(), what)
        : new OrderEvent.OrderStatusChanged(after.id(), before.status(), after.status(), reason);
  }

  /**
   * An order that goes somewhere else than was said.
   *
   * @param lines the lines that have changed
   */
  public static Order redirected(
      Order order,
      List<OrderLine> lines,
      DeliveryChoice delivery,
      DeliveryPromise promise,
      String what,
      CallContext context,
      Instant now) {
    return OrderChange.of(order)
        .replacing(lines)
        .delivered(delivery, promise)
        .by(what, "", context, now);
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
}
