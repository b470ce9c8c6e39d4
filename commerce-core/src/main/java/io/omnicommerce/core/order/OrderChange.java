package io.omnicommerce.core.order;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderHistoryEntry;
import io.omnicommerce.order.OrderHold;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.pricing.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A changed order: one version later, with one more entry of its history. */
final class OrderChange {

  private final Order order;
  private OrderStatus status;
  private List<OrderLine> lines;
  private List<OrderHold> holds;
  private List<Amendment> amendments;
  private List<PricedCharge> charges;
  private Totals totals;
  private Trace trace;
  private DeliveryChoice delivery;
  private DeliveryPromise promise;

  private OrderChange(Order order) {
    this.order = order;
    this.status = order.status();
    this.lines = order.lines();
    this.holds = order.holds();
    this.amendments = order.amendments();
    this.charges = order.charges();
    this.totals = order.totals();
    this.trace = order.trace();
    this.delivery = order.delivery();
    this.promise = order.promise();
  }

  static OrderChange of(Order order) {
    return new OrderChange(order);
  }

  OrderChange status(OrderStatus to) {
    status = to;
    return this;
  }

  OrderChange lines(List<OrderLine> all) {
    lines = all;
    return this;
  }

  /** These lines in the place of those with the same ids. */
  OrderChange replacing(List<OrderLine> changed) {
    Map<LineId, OrderLine> byId =
        changed.stream().collect(Collectors.toMap(OrderChange::id, Function.identity()));
    return lines(lines.stream().map(line -> byId.getOrDefault(id(line), line)).toList());
  }

  private static LineId id(OrderLine line) {
    return line.priced().id();
  }

  OrderChange holds(List<OrderHold> standing) {
    holds = standing;
    return this;
  }

  OrderChange delivered(DeliveryChoice to, DeliveryPromise by) {
    delivery = to;
    promise = by;
    return this;
  }

  OrderChange amended(Amendment amendment) {
    List<Amendment> more = new ArrayList<>(amendments);
    more.add(amendment);
    amendments = more;
    return this;
  }

  OrderChange priced(PricedCart anew) {
    charges = anew.charges();
    totals = anew.totals();
    trace = anew.trace();
    return this;
  }

  Order by(String what, String remark, CallContext context, Instant now) {
    List<OrderHistoryEntry> history = new ArrayList<>(order.history());
    OrderHistoryEntry last = history.get(history.size() - 1);
    history.add(
        new OrderHistoryEntry(
                order.version().next().value(),
                what,
                Optional.of(order.status()),
                status,
                heldOnce(context.actor().label(), last.actor()),
                context.channel(),
                now,
                remark,
                context.correlation().orElseGet(() -> order.cart().value()),
                "")
            .chained(last.hash()));
    return made(history);
  }

  /** Mostly one and the same moves an order along. */
  private static String heldOnce(String text, String known) {
    return text.equals(known) ? known : text;
  }

  private Order made(List<OrderHistoryEntry> history) {
    return new Order(
        order.id(),
        order.number(),
        order.version().next(),
        order.cart(),
        order.owner(),
        order.channel(),
        status,
        lines,
        charges,
        totals,
        trace,
        order.contact(),
        delivery,
        promise,
        order.payments(),
        order.cards(),
        holds,
        amendments,
        order.origin(),
        history,
        order.placedAt());
  }
}
