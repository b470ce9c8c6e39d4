package io.omnicommerce.examples.quickstart;

import java.util.List;
import java.util.Optional;

/**
 * The rows of one invoice or cancellation, in the order of the file.
 *
 * @param repeated whether a document with this number has stood in the files before
 */
record Document(String number, List<Row> rows, boolean repeated) {

  Document {
    rows = List.copyOf(rows);
  }

  /** A cancellation's number begins with a C. */
  boolean isCancellation() {
    return number.startsWith("C") || number.startsWith("c");
  }

  /**
   * Rows that only write down what was found or is gone: none has a price, and nobody bought them.
   */
  boolean isStockEntry() {
    return customer().isEmpty() && rows.stream().allMatch(Row::isFree);
  }

  Optional<String> customer() {
    return rows.stream().flatMap(row -> row.customer().stream()).findFirst();
  }

  Row first() {
    return rows.get(0);
  }
}
