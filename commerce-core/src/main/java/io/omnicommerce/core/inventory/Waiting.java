package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.LookupKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A promise of goods that are not there, in the queue for them.
 *
 * @param group what holds the promise
 * @param line its number there
 * @param open how much of it is still waited for, as the ledger counts
 * @param since when it was made
 * @param fills the groups that hold what has come meanwhile
 */
public record Waiting(
    String group,
    int line,
    Sku sku,
    LocationId location,
    long open,
    Instant since,
    List<String> fills) {

  static final String SHELF = "shelf";
  static final String GROUP = "group";

  static final DocumentType<Waiting> TYPE =
      DocumentType.of("waiting", Json.codec(Waiting.class))
          .foundBy(LookupKey.shared(SHELF, Waiting::queue))
          .foundBy(LookupKey.shared(GROUP, waiting -> List.of(waiting.group)));

  public Waiting {
    fills = List.copyOf(fills);
  }

  String id() {
    return group + '/' + line;
  }

  /** The group that holds what comes next. */
  BatchId nextFill() {
    return BatchId.of("fill/" + (fills.size() + 1) + '/' + id());
  }

  Waiting filled(BatchId fill, long units) {
    List<String> more = new ArrayList<>(fills);
    more.add(fill.value());
    return new Waiting(group, line, sku, location, open - units, since, more);
  }

  /** Nobody waits any more. */
  Waiting ended() {
    return new Waiting(group, line, sku, location, 0, since, fills);
  }

  static String queue(Sku sku, LocationId location) {
    return StockAccounts.stock(sku, location).toString();
  }

  private static List<String> queue(Waiting waiting) {
    return waiting.open > 0 ? List.of(queue(waiting.sku, waiting.location)) : List.of();
  }
}
