package io.omnicommerce.examples.benchmarks;

import java.util.Arrays;

/**
 * The same cart priced by hand: numbers for SKUs, bits for promotions, no objects. Five promotions
 * in their order are written out; of the others every condition is asked, those that bits can tell
 * by bits.
 */
final class StraightLinePricing {

  private static final int NONE_OF = -1;

  private final int lines;
  private final int[] skus;
  private final int[] quantities;
  private final long[][] base = new long[PricingWorld.SKUS][];
  private final long[][] club = new long[PricingWorld.SKUS][];
  private final long[] left;
  private final long[] amounts;
  private final long[] taxes;
  private final long[] remainders;

  private final long[] here;
  private final long[] ours;
  private final long[] running;
  private final int[] needsCategory;
  private final long[] needsSubtotal;
  private final int[] quantityOf = new int[PricingWorld.CATEGORIES];

  StraightLinePricing(int lines, int promotions) {
    this.lines = lines;
    skus = new int[lines];
    quantities = new int[lines];
    left = new long[lines];
    amounts = new long[lines];
    taxes = new long[lines];
    remainders = new long[lines];
    for (int line = 0; line < lines; line++) {
      skus[line] = PricingWorld.sku(line);
      quantities[line] = PricingWorld.quantity(line);
    }
    for (int sku = 0; sku < PricingWorld.SKUS; sku++) {
      base[sku] = tiers(sku, false);
      club[sku] = tiers(sku, true);
    }
    int words = (promotions + 63) / 64;
    here = new long[words];
    ours = new long[words];
    running = new long[words];
    needsCategory = new int[promotions];
    needsSubtotal = new long[promotions];
    for (int place = 0; place < promotions; place++) {
      fill(place);
    }
  }

  private static long[] tiers(int sku, boolean club) {
    return new long[] {
      PricingWorld.price(sku, club, 0),
      PricingWorld.price(sku, club, 1),
      PricingWorld.price(sku, club, 2)
    };
  }

  private void fill(int place) {
    int reason = place < 5 ? NONE_OF : (place - 5) % 5;
    set(here, place, reason != 0);
    set(ours, place, reason != 1);
    set(running, place, reason != 4);
    needsCategory[place] = reason == 2 ? PricingWorld.CATEGORIES : NONE_OF;
    needsSubtotal[place] = reason == 3 ? 10_000_000_000L : 0;
  }

  private static void set(long[] bits, int place, boolean value) {
    if (value) {
      bits[place >> 6] |= 1L << (place & 63);
    }
  }

  /** What is to be paid. */
  long price() {
    long subtotal = goods();
    for (int word = 0; word < here.length; word++) {
      long possible = here[word] & ours[word] & running[word];
      while (possible != 0) {
        int place = (word << 6) + Long.numberOfTrailingZeros(possible);
        possible &= possible - 1;
        if (needsSubtotal[place] <= subtotal && hasCategory(needsCategory[place])) {
          give(place);
        }
      }
    }
    return total();
  }

  private long goods() {
    Arrays.fill(quantityOf, 0);
    long subtotal = 0;
    for (int line = 0; line < lines; line++) {
      int sku = skus[line];
      long[] prices = club[sku] == null ? base[sku] : club[sku];
      long amount = prices[PricingWorld.tier(quantities[line])] * quantities[line];
      amounts[line] = amount;
      left[line] = amount;
      subtotal += amount;
      quantityOf[PricingWorld.category(sku)] += quantities[line];
    }
    return subtotal;
  }

  private boolean hasCategory(int category) {
    return category == NONE_OF || (category < quantityOf.length && quantityOf[category] >= 2);
  }

  private void give(int place) {
    switch (place) {
      case 0 -> percent(10, NONE_OF);
      case 1 -> percent(5, 3);
      case 2 -> percent(4, NONE_OF);
      case 3 -> percent(3, NONE_OF);
      default -> fixed(1_000);
    }
  }

  private void percent(int percent, int category) {
    for (int line = 0; line < lines; line++) {
      if (category == NONE_OF || PricingWorld.category(skus[line]) == category) {
        left[line] -= (left[line] * percent + 50) / 100;
      }
    }
  }

  /** Spread by the largest remainder; among equals the first line takes it. */
  private void fixed(long amount) {
    long sum = 0;
    for (int line = 0; line < lines; line++) {
      sum += left[line];
    }
    long take = Math.min(amount, sum);
    long rest = take;
    for (int line = 0; line < lines; line++) {
      long exact = take * left[line];
      long share = exact / sum;
      remainders[line] = exact % sum;
      rest -= share;
      left[line] -= share;
    }
    for (; rest > 0; rest--) {
      int most = 0;
      for (int line = 1; line < lines; line++) {
        most = remainders[line] > remainders[most] ? line : most;
      }
      remainders[most] = -1;
      left[most]--;
    }
  }

  private long total() {
    long total = 0;
    for (int line = 0; line < lines; line++) {
      taxes[line] = (left[line] * 20 + 60) / 120;
      total += left[line];
    }
    return total;
  }

  long tax() {
    long tax = 0;
    for (long of : taxes) {
      tax += of;
    }
    return tax;
  }
}
