package io.omnicommerce.core.tax;

import io.omnicommerce.common.Destination;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rates of a zone that apply in a place at a time, by tax category. */
final class TaxTable {

  /** Where nothing is taxed. */
  static final TaxTable NONE = new TaxTable(Map.of());

  private final Map<String, CategoryRates> byCategory;

  private TaxTable(Map<String, CategoryRates> byCategory) {
    this.byCategory = byCategory;
  }

  static TaxTable of(TaxZone zone, Destination place, Instant at) {
    List<TaxRate> applying = new ArrayList<>();
    for (TaxRate rate : zone.rates()) {
      if (rate.area().contains(place) && rate.window().contains(at)) {
        applying.add(rate);
      }
    }
    return of(applying);
  }

  /** Whether prices contain a tax at a place. */
  static boolean includes(TaxZone zone, Destination place, Instant at) {
    return zone.rates().stream()
        .anyMatch(
            rate -> rate.included() && rate.area().contains(place) && rate.window().contains(at));
  }

  /** The table of rates that apply. */
  static TaxTable of(Collection<TaxRate> applying) {
    Map<String, List<TaxRate>> rates = new HashMap<>();
    for (TaxRate rate : applying) {
      rates.computeIfAbsent(rate.category(), category -> new ArrayList<>(2)).add(rate);
    }
    Map<String, CategoryRates> prepared = new HashMap<>();
    rates.forEach((category, found) -> prepared.put(category, new CategoryRates(found)));
    return new TaxTable(prepared);
  }

  /** The rates of a category; none if no rate applies to it. */
  CategoryRates rates(String category) {
    return byCategory.getOrDefault(category, CategoryRates.NONE);
  }
}
