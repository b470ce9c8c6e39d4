package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
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

  private final int[] always;
  private final Map<Sku, int[]> bySku;
  private final Map<String, int[]> byCategory;
  private final long[] thresholds;
  private final int[] byThreshold;

  Slice(Key key, CompiledPromotion[] book, int[] places) {
    Sorting sorting = new Sorting();
    for (int place : places) {
      sorting.add(key, book[place].needs(), place);
    }
    always = sorting.always;
    bySku = Map.copyOf(sorting.bySku);
    byCategory = Map.copyOf(sorting.byCategory);
    long[][] pairs = sorting.thresholds;
    Arrays.sort(pairs, (a, b) -> Long.compare(a[0], b[0]));
    thresholds = Arrays.stream(pairs).mapToLong(pair -> pair[0]).toArray();
    byThreshold = Arrays.stream(pairs).mapToInt(pair -> (int) pair[1]).toArray();
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

  /** Takes each promotion by the need that is told apart best. */
  private static final class Sorting {
    private int[] always = {};
    private final Map<Sku, int[]> bySku = new HashMap<>();
    private final Map<String, int[]> byCategory = new HashMap<>();
    private long[][] thresholds = {};

    void add(Key key, Needs needs, int place) {
      if (needs.skus().isPresent()) {
        needs.skus().get().forEach(sku -> bySku.merge(sku, new int[] {place}, Sorting::joined));
      } else if (needs.categories().isPresent()) {
        needs
            .categories()
            .get()
            .forEach(category -> byCategory.merge(category, new int[] {place}, Sorting::joined));
      } else if (needs.subtotal().isPresent()) {
        needs
            .subtotal()
            .get()
            .in(key.channel(), key.currency())
            .ifPresent(amount -> addThreshold(amount.minor(), place));
      } else {
        always = joined(always, new int[] {place});
      }
    }

    private void addThreshold(long minor, int place) {
      thresholds = Arrays.copyOf(thresholds, thresholds.length + 1);
      thresholds[thresholds.length - 1] = new long[] {minor, place};
    }

    private static int[] joined(int[] first, int[] second) {
      int[] joined = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, joined, first.length, second.length);
      return joined;
    }
  }
}
