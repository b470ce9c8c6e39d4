package io.omnicommerce.examples.quickstart;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.returns.ReturnLine;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows of a cancellation take what back from which orders. */
final class ReturnPlan {

  private final Map<Row, List<Originals.Part>> parts = new LinkedHashMap<>();

  void add(Row row, List<Originals.Part> taken) {
    parts.put(row, taken);
  }

  /** The orders that are touched, in the order of the rows. */
  Set<OrderId> orders() {
    Set<OrderId> orders = new LinkedHashSet<>();
    parts.values().forEach(some -> some.forEach(part -> orders.add(part.origin().order())));
    return orders;
  }

  /** What comes back of an order. */
  List<ReturnLine> lines(OrderId order) {
    return parts.entrySet().stream()
        .flatMap(
            one ->
                one.getValue().stream()
                    .filter(part -> part.origin().order().equals(order))
                    .map(part -> line(part, one.getKey())))
        .toList();
  }

  /** The rows that touch an order. */
  List<Row> rows(OrderId order) {
    return parts.entrySet().stream()
        .filter(one -> one.getValue().stream().anyMatch(part -> isOf(part, order)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Takes a row out of the plan and answers what it would have taken. */
  List<Originals.Part> remove(Row row) {
    List<Originals.Part> taken = parts.remove(row);
    return taken == null ? List.of() : taken;
  }

  Set<Row> rows() {
    return parts.keySet();
  }

  /** What the files say an order's goods are worth, exactly. */
  BigDecimal value(OrderId order) {
    BigDecimal value = BigDecimal.ZERO;
    for (Map.Entry<Row, List<Originals.Part>> one : parts.entrySet()) {
      for (Originals.Part part : one.getValue()) {
        if (isOf(part, order)) {
          value = value.add(one.getKey().price().multiply(BigDecimal.valueOf(part.quantity())));
        }
      }
    }
    return value;
  }

  private static boolean isOf(Originals.Part part, OrderId order) {
    return part.origin().order().equals(order);
  }

  private static ReturnLine line(Originals.Part part, Row row) {
    return new ReturnLine(
        part.origin().line(),
        Quantity.of(part.quantity()),
        Titles.of(row.description(), row.code()));
  }
}
