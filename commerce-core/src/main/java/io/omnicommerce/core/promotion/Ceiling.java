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
    return beside(deal, left).most(parts);
  }

  /** Beside what lines save that nobody has claimed. */
  Beside beside(Deal deal, List<Potential> left) {
    long lumps = 0;
    long gifts = 0;
    long rounding = 0;
    for (Potential potential : left) {
      lumps = Math.addExact(lumps, potential.lump());
      gifts += potential.promotion().gifts();
      rounding += potential.rounding();
    }
    long there = Math.addExact(deal.free(), gifts);
    return new Beside(deal.tally.total(), countable ? lumps : there, rounding, there);
  }

  /**
   * What does not depend on who gets which line.
   *
   * @param there all that could be taken at all
   */
  record Beside(long taken, long lumps, long rounding, long there) {

    /**
     * @param parts what lines save that nobody has claimed, in {@link Potential#ONE}
     */
    long most(long parts) {
      long most = Math.addExact(lumps, (parts + rounding) / Potential.ONE);
      return Math.addExact(taken, Math.min(there, most));
    }
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
