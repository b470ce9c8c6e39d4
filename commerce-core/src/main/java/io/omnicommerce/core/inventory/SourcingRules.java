package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.SkuQuantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses where goods come from: each line whole, from the first location that has enough. */
final class SourcingRules {

  private SourcingRules() {}

  /**
   * @param sources the locations in the order in which they are preferred
   * @param left what there is, of which the lines take
   */
  static List<StockSource> choose(
      List<SkuQuantity> lines, Entries entries, List<LocationId> sources, Remaining left) {
    List<StockSource> chosen = new ArrayList<>(lines.size());
    for (SkuQuantity line : lines) {
      chosen.add(choose(entries.of(line.sku()), line.quantity(), sources, left));
    }
    return List.copyOf(chosen);
  }

  /**
   * What each location has left of some goods once the lines are taken.
   *
   * @param of by their entries, those of the lines among them or not
   */
  static Map<Sku, List<Quantity>> spare(
      Collection<CatalogEntry> of,
      List<SkuQuantity> lines,
      Entries entries,
      List<LocationId> sources,
      Remaining left) {
    lines.forEach(line -> choose(entries.of(line.sku()), line.quantity(), sources, left));
    Map<Sku, List<Quantity>> spare = new HashMap<>();
    of.forEach(entry -> spare.put(entry.sku(), spare(entry, sources, left)));
    return spare;
  }

  private static List<Quantity> spare(
      CatalogEntry entry, List<LocationId> sources, Remaining left) {
    return sources.stream()
        .map(source -> Counts.quantity(left.at(entry, source), entry.unit().decimals()))
        .toList();
  }

  private static StockSource choose(
      CatalogEntry entry, Quantity quantity, List<LocationId> sources, Remaining left) {
    int decimals = entry.unit().decimals();
    long wanted = quantity.toUnits(decimals);
    Optional<LocationId> best = Optional.empty();
    long most = -1;
    for (LocationId source : sources) {
      long here = left.at(entry, source);
      if (here >= wanted) {
        left.take(entry, source, wanted);
        return new StockSource(
            entry, quantity, Optional.of(source), Counts.quantity(here, decimals), left.terms());
      }
      if (here > most) {
        best = Optional.of(source);
        most = here;
      }
    }
    return new StockSource(entry, quantity, best, Counts.quantity(most, decimals), left.terms());
  }
}
