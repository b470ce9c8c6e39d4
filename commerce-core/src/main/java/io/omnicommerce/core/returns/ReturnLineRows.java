package io.omnicommerce.core.returns;

import static io.omnicommerce.storage.Projection.ColumnType.INSTANT;
import static io.omnicommerce.storage.Projection.ColumnType.LONG;
import static io.omnicommerce.storage.Projection.ColumnType.TEXT;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.storage.Projection;
import io.omnicommerce.storage.Projection.Column;
import java.util.Arrays;
import java.util.List;

/** The lines of returns as rows for people's SQL. */
final class ReturnLineRows {

  static final Projection<Rma> PROJECTION =
      new Projection<>(
          "return_line",
          List.of(
              new Column("order_id", TEXT),
              new Column("status", TEXT),
              new Column("channel", TEXT),
              new Column("line_id", TEXT),
              new Column("quantity_millionths", LONG),
              new Column("received_at", TEXT),
              new Column("disposition", TEXT),
              new Column("opened_at", INSTANT)),
          ReturnLineRows::of);

  private ReturnLineRows() {}

  private static List<List<Object>> of(Rma rma) {
    return rma.lines().stream().map(line -> row(rma, line)).toList();
  }

  private static List<Object> row(Rma rma, ReturnLine line) {
    return Arrays.asList(
        rma.order().value(),
        rma.status().name(),
        rma.channel().value(),
        line.line().value(),
        line.quantity().toUnits(Quantity.SCALE_MAX),
        rma.receivedAt().map(LocationId::value).orElse(null),
        rma.disposition().map(Enum::name).orElse(null),
        rma.openedAt());
  }
}
