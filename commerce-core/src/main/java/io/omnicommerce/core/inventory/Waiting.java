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
import java.util.stream.IntStream;

/**
 * A promise of goods that are not there, in the queue for them.
 *
 * @param group what holds the promise
 * @param line its number there
 * @param bounds the numbers of what bounds it there, and comes with the goods
 * @param amount how much was promised, as the ledger counts
 * @param open how much of it is still waited for
 * @param since when it was made
 * @param fills the groups that hold what has come meanwhile
 */
public record Waiting(
    String group,
    int line,
    List<Integer> bounds,
    Sku sku,
    LocationId location,
    long amount,
    long open,
    Instant since,
    List<String> fills) {

  static final String SHELF = "shelf";
  static final String GROUP = "group";

  public static final DocumentType<Waiting> TYPE =
      DocumentType.of("waiting", Json.codec(Waiting.class))
          .foundBy(LookupKey.shared(SHELF, Waiting::queue))
          .foundBy(LookupKey.shared(GROUP, waiting -> List.of(waiting.group)));

  public Waiting {
    bounds = List.copyOf(bounds);
    fills = List.copyOf(fills);
  }

  /** A promise that nothing bounds and nothing has come for. */
  static Waiting of(
      String group, int line, Sku sku, LocationId location, long amount, Instant since) {
    return new Waiting(group, line, List.of(), sku, location, amount, amount, since, List.of());
  }

  /**
   * @param before the number of the last line of the group before those that bound it
   */
  static Waiting of(String group, int line, int before, StockSource source, Instant since) {
    long amount = source.quantity().toUnits(source.entry().unit().decimals());
    List<Integer> bounds =
        IntStream.rangeClosed(before + 1, before + source.bounds().size()).boxed().toList();
    return new Waiting(
        group,
        line,
        bounds,
        source.entry().sku(),
        source.location().orElseThrow(),
        amount,
        amount,
        since,
        List.of());
  }

  /** The same, promised by another group later. */
  Waiting again(String by, Instant now) {
    return new Waiting(by, line, bounds, sku, location, amount, amount, now, List.of());
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
    return new Waiting(group, line, bounds, sku, location, amount, open - units, since, more);
  }

  /** Nobody waits any more. */
  Waiting ended() {
    return new Waiting(group, line, bounds, sku, location, amount, 0, since, fills);
  }

  static String queue(Sku sku, LocationId location) {
    return StockAccounts.stock(sku, location).toString();
  }

  private static List<String> queue(Waiting waiting) {
    return waiting.open > 0 ? List.of(queue(waiting.sku, waiting.location)) : List.of();
  }
}
