package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.ItemFilter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The whole units of the lines that are meant, and what one of them is worth. */
final class Units {

  private final Deal deal;
  private final long[] units;

  private Units(Deal deal, long[] units) {
    this.deal = deal;
    this.units = units;
  }

  static Units of(Deal deal, ItemFilter items) {
    long[] units = new long[deal.basket.lines];
    for (int line = 0; line < units.length; line++) {
      units[line] = deal.includes(items, line) ? deal.basket.units(line) : 0;
    }
    return new Units(deal, units);
  }

  /** Those that were neither bought nor given for another promotion. */
  static Units unused(Deal deal, ItemFilter items) {
    Units all = of(deal, items);
    for (int line = 0; line < all.units.length; line++) {
      all.units[line] = all.units[line] == 0 ? 0 : deal.unused(line);
    }
    return all;
  }

  long of(int line) {
    return units[line];
  }

  long total() {
    return Deal.sum(units);
  }

  int[] inOrder() {
    return IntStream.range(0, units.length).filter(line -> units[line] > 0).toArray();
  }

  int[] dearestFirst() {
    return sorted(byWorth().reversed());
  }

  int[] cheapestFirst() {
    return sorted(byWorth());
  }

  private int[] sorted(Comparator<Integer> order) {
    return Arrays.stream(inOrder())
        .boxed()
        .sorted(order.thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private Comparator<Integer> byWorth() {
    return (first, second) -> product(first, second).compareTo(product(second, first));
  }

  private BigInteger product(int line, int other) {
    return BigInteger.valueOf(deal.left[line])
        .multiply(BigInteger.valueOf(deal.basket.units(other)));
  }
}
