package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.pricing.PricingLine;
import java.util.List;

/**
 * How much of each SKU there is over all lines. Lines are known by their places; what is said of a
 * SKU is kept at the first of its lines, which a table of hashes finds without an object for each.
 */
final class SkuQuantities {

  private static final int NOBODY = -1;

  private final List<PricingLine> lines;

  /** One more than the place of the line that a hash leads to, or 0. */
  private final int[] table;

  private final int[] firsts;
  private final Quantity[] sums;

  SkuQuantities(List<PricingLine> lines) {
    this.lines = lines;
    table = new int[Integer.highestOneBit(lines.size() + 1) * 4];
    firsts = new int[lines.size()];
    sums = new Quantity[firsts.length];
    for (int line = 0; line < firsts.length; line++) {
      add(line, lines.get(line));
    }
  }

  private void add(int line, PricingLine of) {
    int slot = slot(of.sku());
    if (table[slot] == 0) {
      table[slot] = line + 1;
    }
    int first = table[slot] - 1;
    firsts[line] = first;
    sums[first] = first == line ? of.quantity() : sums[first].plus(of.quantity());
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
    return firsts[line];
  }

  /** How much there is of a line's SKU. */
  Quantity of(int line) {
    return sums[firsts[line]];
  }

  /** How much there is of a SKU; nothing of one that no line is of. */
  Quantity of(Sku sku) {
    int first = table[slot(sku)] - 1;
    return first == NOBODY ? Quantity.ZERO : sums[first];
  }
}
