package io.omnicommerce.examples.quickstart;

import java.util.List;

/**
 * A record of a CSV file.
 *
 * @param line the physical line on which it begins
 * @param fields its fields; empty if it cannot be read
 * @param problem why it cannot be read; empty if it can
 */
record CsvRecord(long line, List<String> fields, String problem) {

  static CsvRecord of(long line, List<String> fields) {
    return new CsvRecord(line, fields, "");
  }

  static CsvRecord broken(long line, String problem) {
    return new CsvRecord(line, List.of(), problem);
  }

  boolean isBroken() {
    return !problem.isEmpty();
  }

  /** Whether the line holds nothing at all. */
  boolean isBlank() {
    return !isBroken() && fields.size() == 1 && fields.get(0).isBlank();
  }
}
