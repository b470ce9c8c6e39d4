package io.omnicommerce.examples.quickstart;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the first pass over the files finds: the SKUs with their prices and how much is sold, and of
 * which lines something will come back. It holds SKUs and keys, never rows.
 */
final class Survey implements Consumer<Document>, RowSink {

  private final Map<String, SkuFacts> skus = new TreeMap<>();
  private final Set<OriginalKey> returned = new HashSet<>();
  private final Set<String> credited = new HashSet<>();
  private Optional<LocalDateTime> first = Optional.empty();
  private Optional<LocalDateTime> last = Optional.empty();
  private long rows;
  private long documents;

  @Override
  public void accept(Document document) {
    documents++;
    if (!document.repeated()) {
      document.rows().forEach(row -> look(document, row));
    }
  }

  @Override
  public void row(Row row) {
    rows++;
    if (first.isEmpty() || row.at().isBefore(first.get())) {
      first = Optional.of(row.at());
    }
    if (last.isEmpty() || row.at().isAfter(last.get())) {
      last = Optional.of(row.at());
    }
  }

  @Override
  public void bad(BadRow row) {
    rows++;
  }

  @Override
  public void noRow() {}

  private void look(Document document, Row row) {
    switch (Classifier.kind(document, row)) {
      case SALE -> sku(row).sell(row.quantity());
      case GONE -> sku(row).lose(-row.quantity());
      case FOUND -> sku(row);
      case RETURN ->
          document.customer().map(id -> OriginalKey.of(id, row)).ifPresent(returned::add);
      case CREDIT -> document.customer().ifPresent(credited::add);
      case CHARGE, IMPOSSIBLE -> {}
    }
  }

  private SkuFacts sku(Row row) {
    SkuFacts facts = skus.computeIfAbsent(row.code(), code -> new SkuFacts());
    facts.describe(row.description());
    facts.price(row.price());
    return facts;
  }

  Map<String, SkuFacts> skus() {
    return skus;
  }

  /** Whether some of what was bought so will come back. */
  boolean comesBack(OriginalKey key) {
    return returned.contains(key);
  }

  /** Whether a customer will be given money back without goods. */
  boolean isCredited(String customer) {
    return credited.contains(customer);
  }

  /** How many rows there are, readable or not. */
  long rows() {
    return rows;
  }

  long documents() {
    return documents;
  }

  Optional<LocalDateTime> first() {
    return first;
  }

  Optional<LocalDateTime> last() {
    return last;
  }
}
