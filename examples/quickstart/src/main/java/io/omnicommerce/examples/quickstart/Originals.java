package io.omnicommerce.examples.quickstart;

import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which order a cancellation cancels, which the files do not say: the oldest lines of the same
 * customer, SKU and price of which something is left. Kept only for what the survey saw come back.
 */
final class Originals {

  /** Some of a line that was bought. */
  record Part(Origin origin, long quantity) {}

  private final Survey survey;
  private final Map<OriginalKey, Deque<Origin>> origins = new HashMap<>();
  private final Map<String, Deque<OrderId>> orders = new HashMap<>();

  Originals(Survey survey) {
    this.survey = survey;
  }

  void remember(String customer, Order order, Map<Row, OrderLine> lines) {
    if (survey.isCredited(customer)) {
      orders.computeIfAbsent(customer, id -> new ArrayDeque<>()).addFirst(order.id());
    }
    lines.forEach((row, line) -> remember(OriginalKey.of(customer, row), order, row, line));
  }

  private void remember(OriginalKey key, Order order, Row row, OrderLine line) {
    if (survey.comesBack(key)) {
      origins
          .computeIfAbsent(key, one -> new ArrayDeque<>())
          .add(new Origin(order.id(), line.priced().id(), row.quantity()));
    }
  }

  /** A customer's orders, the latest first. */
  Iterable<OrderId> ofCustomer(String customer) {
    return orders.getOrDefault(customer, new ArrayDeque<>());
  }

  /** How much could come back. */
  long left(OriginalKey key) {
    return origins.getOrDefault(key, new ArrayDeque<>()).stream().mapToLong(Origin::left).sum();
  }

  /** Takes a quantity from the oldest lines first; there must be as much. */
  List<Part> take(OriginalKey key, long quantity) {
    List<Part> parts = new ArrayList<>();
    long wanted = quantity;
    for (Origin origin : origins.getOrDefault(key, new ArrayDeque<>())) {
      long taken = origin.take(wanted);
      if (taken > 0) {
        parts.add(new Part(origin, taken));
        wanted -= taken;
      }
    }
    return parts;
  }

  void giveBack(List<Part> parts) {
    parts.forEach(part -> part.origin().giveBack(part.quantity()));
  }
}
