package io.omnicommerce.core.order;

import static io.omnicommerce.storage.Projection.ColumnType.INSTANT;
import static io.omnicommerce.storage.Projection.ColumnType.LONG;
import static io.omnicommerce.storage.Projection.ColumnType.TEXT;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.storage.Projection;
import io.omnicommerce.storage.Projection.Column;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of orders as rows for people's SQL; quantities count units of 10^-decimals. */
final class OrderLineRows {

  static final Projection<Order> PROJECTION =
      new Projection<>(
          "order_line",
          List.of(
              new Column("order_number", TEXT),
              new Column("order_status", TEXT),
              new Column("channel", TEXT),
              new Column("line_id", TEXT),
              new Column("sku", TEXT),
              new Column("title", TEXT),
              new Column("source", TEXT),
              new Column("decimals", LONG),
              new Column("ordered", LONG),
              new Column("shipped", LONG),
              new Column("cancelled", LONG),
              new Column("returned", LONG),
              new Column("currency", TEXT),
              new Column("payable_minor", LONG),
              new Column("placed_at", INSTANT)),
          OrderLineRows::of);

  /** As many as the column has room for. */
  private static final int SOURCES_SHOWN = 3;

  private OrderLineRows() {}

  private static List<List<Object>> of(Order order) {
    return order.lines().stream().map(line -> row(order, line)).toList();
  }

  private static List<Object> row(Order order, OrderLine line) {
    return List.of(
        order.number().value(),
        order.status().name(),
        order.channel().value(),
        line.priced().id().value(),
        line.priced().sku().value(),
        line.title(),
        sources(line),
        (long) line.decimals(),
        units(line, line.ordered()),
        units(line, line.shipped()),
        units(line, line.cancelled()),
        units(line, line.returned()),
        line.priced().payable().currency().getCurrencyCode(),
        line.priced().payable().minor(),
        order.placedAt());
  }

  /** Where it comes from; of several locations the first ones. */
  private static String sources(OrderLine line) {
    if (line.allocations().size() == 1) {
      return line.allocations().get(0).source().value();
    }
    return line.allocations().stream()
        .map(allocation -> allocation.source().value())
        .distinct()
        .limit(SOURCES_SHOWN)
        .collect(Collectors.joining(","));
  }

  private static Long units(OrderLine line, Quantity quantity) {
    return quantity.toUnits(line.decimals());
  }
}
