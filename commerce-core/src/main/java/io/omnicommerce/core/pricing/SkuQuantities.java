package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.pricing.PricingLine;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of each SKU there is over all lines. Lines are known by their places; what is said of a
 * SKU is kept at the first of its lines, which a table of hashes finds without an object for each.
 */
final class SkuQuantities {

  private static final int NOBODY = -1;

  private final List<PricingLine> lines;

  /** One more than the place of the line that a hash leads to, or 0. */
  private final int[] table;

  // Made when a SKU stands on a second line.
  private int[] firsts = {};
  private Quantity[] sums = {};

  SkuQuantities(List<PricingLine> lines) {
    this.lines = lines;
    table = new int[Integer.highestOneBit(lines.size() + 1) * 4];
    for (int line = 0; line < lines.size(); line++) {
      int slot = slot(lines.get(line).sku());
      if (table[slot] == 0) {
        table[slot] = line + 1;
      } else {
        join(table[slot] - 1, line);
      }
    }
  }

  private void join(int first, int line) {
    if (firsts.length == 0) {
      firsts = IntStream.range(0, lines.size()).toArray();
      sums = lines.stream().map(PricingLine::quantity).toArray(Quantity[]::new);
    }
    firsts[line] = first;
    sums[first] = sums[first].plus(lines.get(line).quantity());
  }

  private int slot(Sku sku) {
    int hash = sku.hashCode();
    int slot = hash ^ hash >>> 16;
    while (true) {
      slot &= table.length - 1;
      if (table[slot] == 0 || lines.get(table[slot] - 1).sku().equals(sku)) {
        return slot;
      }
      slot++;
    }
  }

  /** The first line of the same SKU. */
  int first(int line) {
    return firsts.length == 0 ? line : firsts[line];
  }

  /** How much there is of a line's SKU. */
  Quantity of(int line) {
    return sums.length == 0 ? lines.get(line).quantity() : sums[firsts[line]];
  }

  /** How much there is of a SKU; nothing of one that no line is of. */
  Quantity of(Sku sku) {
    int first = table[slot(sku)] - 1;
    return first == NOBODY ? Quantity.ZERO : of(first);
  }
}
