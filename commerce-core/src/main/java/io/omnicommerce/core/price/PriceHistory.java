package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Lists and entries with all of their editions: prices at any instant, from memory. */
record PriceHistory(List<List<ListEdition>> lists, List<List<EntryEdition>> entries) {

  /** The history of one SKU. */
  PriceHistory of(Sku sku) {
    return new PriceHistory(
        lists, entries.stream().filter(of -> of.get(0).value().sku().equals(sku)).toList());
  }

  PriceBook at(Instant at) {
    return PriceBook.of(values(lists, at), values(entries, at));
  }

  private static <T, E extends Edition<T>> List<T> values(List<List<E>> all, Instant at) {
    List<T> values = new ArrayList<>();
    all.forEach(of -> EditionRules.at(of, at).ifPresent(found -> values.add(found.value())));
    return values;
  }

  /** Every instant at which some price may change. */
  NavigableSet<Instant> turns() {
    NavigableSet<Instant> turns = new TreeSet<>();
    for (List<ListEdition> of : lists) {
      of.forEach(edition -> add(turns, edition));
    }
    for (List<EntryEdition> of : entries) {
      of.forEach(edition -> add(turns, edition));
    }
    return turns;
  }

  private static void add(NavigableSet<Instant> turns, ListEdition edition) {
    PriceList list = edition.value();
    turns.add(edition.since());
    add(turns, list.window());
  }

  private static void add(NavigableSet<Instant> turns, EntryEdition edition) {
    PriceEntry entry = edition.value();
    turns.add(edition.since());
    entry.rows().stream().map(PriceRow::window).forEach(window -> add(turns, window));
  }

  private static void add(NavigableSet<Instant> turns, TimeWindow window) {
    window.from().ifPresent(turns::add);
    window.until().ifPresent(turns::add);
  }
}
