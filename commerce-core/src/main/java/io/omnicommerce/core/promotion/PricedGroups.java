package io.omnicommerce.core.promotion;

import java.math.BigInteger;

/**
 * Groups of units for one price each, filled line after line. A group is formed if its goods cost
 * more than that; groups within one line are alike, and are decided on together.
 */
final class PricedGroups {

  private final Deal deal;
  private final long size;
  private final BigInteger price;

  /** How many units of each line stand in groups that are formed. */
  private final long[] units;

  private long formed;

  /** The group that is being filled: its lines, how much of them, and how many units it lacks. */
  private final int[] lines;

  private final long[] some;
  private int of;
  private long missing;

  PricedGroups(Deal deal, long size, long price) {
    this.deal = deal;
    this.size = size;
    this.price = BigInteger.valueOf(price);
    units = new long[deal.basket.lines];
    lines = new int[deal.basket.lines];
    some = new long[deal.basket.lines];
    missing = size;
  }

  /** The next line, once. */
  void add(int line, long more) {
    long first = of == 0 ? 0 : Math.min(missing, more);
    long within = (more - first) / size;
    fill(line, first);
    if (within > 0) {
      fill(line, size, within);
    }
    fill(line, more - first - within * size);
  }

  long formed() {
    return formed;
  }

  /** What the units of each line in groups that are formed are worth. */
  long[] worth() {
    long[] worth = new long[units.length];
    for (int line = 0; line < units.length; line++) {
      worth[line] =
          units[line] == 0 ? 0 : deal.parts.worth(line, deal.parts.units(line, units[line]));
    }
    return worth;
  }

  private void fill(int line, long more) {
    if (more > 0) {
      fill(line, more, 1);
    }
  }

  private void fill(int line, long more, long groups) {
    lines[of] = line;
    some[of++] = more;
    missing -= more;
    if (missing == 0) {
      form(groups);
      of = 0;
      missing = size;
    }
  }

  private void form(long groups) {
    if (!isDearer()) {
      return;
    }
    for (int i = 0; i < of; i++) {
      units[lines[i]] += some[i] * groups;
    }
    formed += groups;
  }

  /** In fractions: what is rounded for each line might add up to more. */
  private boolean isDearer() {
    BigInteger over = BigInteger.ZERO;
    BigInteger under = BigInteger.ONE;
    for (int i = 0; i < of; i++) {
      BigInteger all = BigInteger.valueOf(deal.parts.all(lines[i]));
      BigInteger part =
          BigInteger.valueOf(deal.left[lines[i]])
              .multiply(BigInteger.valueOf(deal.parts.units(lines[i], some[i])));
      BigInteger shared = part.gcd(all);
      over = over.multiply(all.divide(shared)).add(part.divide(shared).multiply(under));
      under = under.multiply(all.divide(shared));
    }
    return over.compareTo(price.multiply(under)) > 0;
  }
}
