package io.omnicommerce.examples.quickstart;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Rows for tests. */
final class Rows {

  private Rows() {}

  static Row of(long number, String invoice, String code, long quantity, String price) {
    return of(number, invoice, code, quantity, price, Optional.of("17850"));
  }

  static Row of(
      long number,
      String invoice,
      String code,
      long quantity,
      String price,
      Optional<String> customer) {
    return new Row(
        number,
        invoice,
        code,
        "SOMETHING",
        quantity,
        LocalDateTime.of(2010, 12, 1, 8, 26),
        new BigDecimal(price),
        customer,
        "United Kingdom");
  }

  static Document document(Row... rows) {
    return new Document(rows[0].invoice(), List.of(rows), false);
  }
}
