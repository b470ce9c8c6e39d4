package io.omnicommerce.core.promotion;

import java.util.List;

/** What can be saved at the very most, where a line takes part in one promotion only. */
final class Ceiling {

  private final SingleDeals single;
  private final boolean countable;

  Ceiling(Deal base, SingleDeals single) {
    this.single = single;
    countable = Potential.isCountable(base);
  }

  /** By a deal as it is and all that may still come. */
  long of(Deal deal, List<Potential> left) {
    long parts = 0;
    for (int line = 0; countable && line < deal.left.length; line++) {
      parts += deal.claimed[line] ? 0 : line(line, left);
    }
    return of(deal, left, parts);
  }

  /**
   * @param parts what lines save that nobody has claimed, in {@link Potential#ONE}
   */
  long of(Deal deal, List<Potential> left, long parts) {
    long lumps = 0;
    long gifts = 0;
    long rounded = parts;
    for (Potential potential : left) {
      lumps = Math.addExact(lumps, potential.lump());
      gifts += potential.promotion().gifts();
      rounded += potential.rounding();
    }
    long there = Math.addExact(deal.free(), gifts);
    long most = countable ? Math.addExact(lumps, rounded / Potential.ONE) : there;
    return Math.addExact(deal.tally.total(), Math.min(there, most));
  }

  /** What a line saves by the best that gives each line its own, in {@link Potential#ONE}. */
  long line(int line, List<Potential> left) {
    if (!countable) {
      return 0;
    }
    long most = single.saves(line) * Potential.ONE;
    for (Potential potential : left) {
      most = Math.max(most, potential.part(line));
    }
    return most;
  }
}
