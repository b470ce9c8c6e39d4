package io.omnicommerce.examples.quickstart;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of a row, in the order in which they stand where there is no header. */
enum Column {
  INVOICE("InvoiceNo", "Invoice"),
  CODE("StockCode"),
  DESCRIPTION("Description"),
  QUANTITY("Quantity"),
  DATE("InvoiceDate"),
  PRICE("UnitPrice", "Price"),
  CUSTOMER("CustomerID"),
  COUNTRY("Country");

  private final String title;
  private final String names;

  Column(String... names) {
    this.title = names[0];
    this.names = Arrays.stream(names).map(Column::plain).collect(Collectors.joining("|", "|", "|"));
  }

  String title() {
    return title;
  }

  /** The column that a header calls so. */
  static Optional<Column> named(String name) {
    String plain = plain(name);
    return Arrays.stream(values())
        .filter(column -> column.names.contains("|" + plain + "|"))
        .findFirst();
  }

  private static String plain(String name) {
    return name.replace(" ", "").strip().toLowerCase(Locale.ROOT);
  }
}
