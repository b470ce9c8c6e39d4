package io.omnicommerce.core.promotion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best promotion for each line among those of which each line gets something for itself. What a
 * line gets of them does not depend on other lines, so it is worked out once.
 */
final class SingleDeals {

  private final @Nullable CompiledPromotion[] best;
  private final long[] saves;
  private final Notes[] notes;

  SingleDeals(Deal base, List<CompiledPromotion> eligible) {
    best = new CompiledPromotion[base.left.length];
    saves = new long[base.left.length];
    notes = new Notes[base.left.length];
    for (CompiledPromotion promotion : eligible) {
      if (promotion.lineByLine()) {
        Deal alone = base.copy();
        alone.give(promotion);
        compare(base, alone, promotion);
      }
    }
  }

  private void compare(Deal base, Deal alone, CompiledPromotion promotion) {
    for (int line = 0; line < saves.length; line++) {
      long saved = base.left[line] - alone.left[line];
      if (saved > saves[line]) {
        saves[line] = saved;
        best[line] = promotion;
        notes[line] = alone.notes;
      }
    }
  }

  /** What a line saves by the best of them. */
  long saves(int line) {
    return saves[line];
  }

  /** Whether each of some lines saves something by them. */
  boolean haveAll(boolean[] lines) {
    for (int line = 0; line < lines.length; line++) {
      if (lines[line] && saves[line] == 0) {
        return false;
      }
    }
    return true;
  }

  /** What a deal saves with these on the lines that nobody has claimed. */
  long total(Deal deal) {
    long total = deal.tally.total();
    for (int line = 0; line < saves.length; line++) {
      total = Math.addExact(total, deal.claimed[line] ? 0 : saves[line]);
    }
    return total;
  }

  /** A deal with these on the lines that nobody has claimed. */
  Deal finish(Deal deal) {
    Deal finished = deal.copy();
    for (int line = 0; line < saves.length; line++) {
      CompiledPromotion promotion = best[line];
      if (promotion != null && !deal.claimed[line]) {
        finished.takeFor(promotion, line, saves[line]);
        finished.notes.adopt(notes[line], promotion, line);
      }
    }
    return finished;
  }
}
