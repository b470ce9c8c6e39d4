package io.omnicommerce.examples.quickstart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gathers rows into documents. The rows of a document need not follow each other without a gap: it
 * ends when {@value #OPEN_MAX} others have been touched since its last row. If its number comes
 * again after that, it is another document that repeats the number.
 */
final class Documents {

  static final int OPEN_MAX = 8;

  private final Consumer<Document> sink;
  private final Map<String, List<Row>> open = new LinkedHashMap<>(32, 0.75f, true);
  private final Set<String> ended = new HashSet<>();

  Documents(Consumer<Document> sink) {
    this.sink = sink;
  }

  void add(Row row) {
    open.computeIfAbsent(row.invoice(), number -> new ArrayList<>()).add(row);
    if (open.size() > OPEN_MAX) {
      end(open.keySet().iterator().next());
    }
  }

  /** Ends all documents: a file has ended. */
  void endAll() {
    for (String number : List.copyOf(open.keySet())) {
      end(number);
    }
  }

  private void end(String number) {
    List<Row> rows = open.remove(number);
    if (rows != null) {
      sink.accept(new Document(number, rows, !ended.add(number)));
    }
  }
}
