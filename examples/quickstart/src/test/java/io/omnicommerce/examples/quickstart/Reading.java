package io.omnicommerce.examples.quickstart;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What reading some text gives. */
final class Reading implements RowSink {

  static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  final List<Row> rows = new ArrayList<>();
  final List<BadRow> bad = new ArrayList<>();
  int noRows;

  static Reading of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(byte[] bytes) {
    Reading reading = new Reading();
    new RowReader(reading).read(source(bytes));
    return reading;
  }

  static Source source(String text) {
    return source(text.getBytes(StandardCharsets.UTF_8));
  }

  static Source source(byte[] bytes) {
    return new Source("test.csv", () -> new ByteArrayInputStream(bytes));
  }

  List<Long> badLines() {
    return bad.stream().map(BadRow::line).toList();
  }

  @Override
  public void row(Row row) {
    rows.add(row);
  }

  @Override
  public void bad(BadRow row) {
    bad.add(row);
  }

  @Override
  public void noRow() {
    noRows++;
  }
}
