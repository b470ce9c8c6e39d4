package io.omnicommerce.examples.quickstart;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.function.BiConsumer;

/** What became of the rows of one document. A row gets one outcome: none is a bug, two are. */
final class Verdicts {

  private final Document document;
  private final IdentityHashMap<Row, RowOutcome> outcomes = new IdentityHashMap<>();

  Verdicts(Document document) {
    this.document = document;
  }

  void give(Row row, RowOutcome outcome) {
    if (outcomes.put(row, outcome) != null) {
      throw new IllegalStateException("Row " + row.number() + " has an outcome already");
    }
  }

  void give(Collection<Row> rows, RowOutcome outcome) {
    rows.forEach(row -> give(row, outcome));
  }

  boolean isOpen(Row row) {
    return !outcomes.containsKey(row);
  }

  /** Hands every row of the document with its outcome on. */
  void close(BiConsumer<Row, RowOutcome> sink) {
    for (Row row : document.rows()) {
      RowOutcome outcome = outcomes.get(row);
      if (outcome == null) {
        throw new IllegalStateException("Row " + row.number() + " has no outcome");
      }
      sink.accept(row, outcome);
    }
  }
}
