package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The promotions that can apply for one kind of buyer in one stretch of time, arranged by what a
 * basket must hold: so that the work of a pricing grows with what may apply, not with what exists.
 * Promotions are known by their places in the book.
 */
final class Slice {

  /** For whom, where, in which stretch of time. */
  record Key(
      ChannelId channel,
      Optional<LocationId> location,
      Set<String> groups,
      Currency currency,
      int stretch) {}

  private final Key key;
  private final int[] always;
  private final Map<Sku, int[]> bySku;
  private final Map<String, int[]> byCategory;
  private final long[] thresholds;
  private final int[] byThreshold;

  Slice(Key key, CompiledPromotion[] book, int[] places) {
    this.key = key;
    Sorting sorting = new Sorting();
    for (int place : places) {
      sorting.add(key, book[place].needs(), place);
    }
    always = sorting.always.sorted();
    bySku = sorted(sorting.bySku);
    byCategory = sorted(sorting.byCategory);
    sorting.thresholds.sort(Comparator.comparingLong(Threshold::minor));
    thresholds = sorting.thresholds.stream().mapToLong(Threshold::minor).toArray();
    byThreshold = sorting.thresholds.stream().mapToInt(Threshold::place).toArray();
  }

  private static <K> Map<K, int[]> sorted(Map<K, Places> places) {
    Map<K, int[]> sorted = new HashMap<>();
    places.forEach((key, of) -> sorted.put(key, of.sorted()));
    return Map.copyOf(sorted);
  }

  boolean isFor(Key asked) {
    return key.equals(asked);
  }

  /** The places of those that a basket may get, in their order, each once. */
  int[] candidates(Basket basket) {
    Places places = new Places(always);
    for (int line = 0; line < basket.lines; line++) {
      if (!bySku.isEmpty()) {
        places.addAll(bySku.get(basket.skus[line]));
      }
      if (!byCategory.isEmpty()) {
        for (String category : basket.categories[line]) {
          places.addAll(byCategory.get(category));
        }
      }
    }
    if (thresholds.length > 0) {
      long total = basket.total();
      for (int i = 0; i < thresholds.length && thresholds[i] <= total; i++) {
        places.add(byThreshold[i]);
      }
    }
    return places.sorted();
  }

  /** The places of those that such goods may get, whatever they cost. */
  int[] mentioning(Set<Sku> skus, Set<String> categories) {
    Places places = new Places(always);
    for (Sku sku : skus) {
      places.addAll(bySku.get(sku));
    }
    for (String category : categories) {
      places.addAll(byCategory.get(category));
    }
    for (int place : byThreshold) {
      places.add(place);
    }
    return places.sorted();
  }

  /** A promotion that asks for a subtotal. */
  private record Threshold(long minor, int place) {}

  /** Takes each promotion by the need that is told apart best. */
  private static final class Sorting {
    private final Places always = new Places(new int[0]);
    private final Map<Sku, Places> bySku = new HashMap<>();
    private final Map<String, Places> byCategory = new HashMap<>();
    private final List<Threshold> thresholds = new ArrayList<>();

    void add(Key key, Needs needs, int place) {
      if (needs.skus().isPresent()) {
        needs.skus().get().forEach(sku -> add(bySku, sku, place));
      } else if (needs.categories().isPresent()) {
        needs.categories().get().forEach(category -> add(byCategory, category, place));
      } else if (needs.subtotal().isPresent()) {
        needs
            .subtotal()
            .get()
            .in(key.channel(), key.currency())
            .ifPresent(amount -> thresholds.add(new Threshold(amount.minor(), place)));
      } else {
        always.add(place);
      }
    }

    private static <K> void add(Map<K, Places> places, K key, int place) {
      places.computeIfAbsent(key, any -> new Places(new int[0])).add(place);
    }
  }
}
