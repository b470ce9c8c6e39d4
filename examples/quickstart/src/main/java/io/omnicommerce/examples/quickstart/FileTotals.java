package io.omnicommerce.examples.quickstart;

import java.math.BigDecimal;
import java.util.function.Consumer;

/** What the files hold, counted as they are read and from nothing else. */
final class FileTotals implements RowSink {

  private final Consumer<BadRow> badRows;
  private long rows;
  private long bad;
  private long noRows;
  private BigDecimal value = BigDecimal.ZERO;

  FileTotals(Consumer<BadRow> badRows) {
    this.badRows = badRows;
  }

  @Override
  public void row(Row row) {
    rows++;
    value = value.add(row.value());
  }

  @Override
  public void bad(BadRow row) {
    rows++;
    bad++;
    badRows.accept(row);
  }

  @Override
  public void noRow() {
    noRows++;
  }

  /** Rows, readable or not. */
  long rows() {
    return rows;
  }

  long bad() {
    return bad;
  }

  /** Lines that are no rows: headers and empty ones. */
  long noRows() {
    return noRows;
  }

  /** The sum of quantity times price over the rows that can be read, exactly. */
  BigDecimal value() {
    return value;
  }
}
