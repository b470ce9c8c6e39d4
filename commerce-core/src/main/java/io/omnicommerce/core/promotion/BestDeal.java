package io.omnicommerce.core.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The combination of promotions that saves most, when a line or delivery takes part in one only.
 *
 * <p>Benefits of each line for itself are easy: each line takes the best. Benefits over several
 * lines compete for them, with those and with each other: they run in every order that can matter,
 * each with every choice of lines ({@link Sharing}), as long as the number of tries allows and as
 * long as more can be saved than the best so far does ({@link Potential}). What no try could beat
 * is known, and said as the gap.
 */
final class BestDeal {

  /** What a try and the choice of a line cost of the effort that is made for each deal. */
  static final int TRY = 16;

  static final int CHOICE = 1;

  private static final int EFFORT_MIN = 50 * TRY;
  private static final int EFFORT_MAX = 4_000 * TRY;

  /** A try takes as long as there are lines. */
  private static final int EFFORT_OF_A_LINE = 50_000 * TRY;

  private final SingleDeals single;
  private final Ceiling ceiling;
  private Deal best;
  private long bestTotal;
  private long bound;
  private int effortLeft;
  private boolean exact = true;

  /**
   * The best deal; the same as if nobody had taken part who gives nothing: who gives something
   * competes once more alone, until nobody drops out.
   */
  static BestDeal of(Deal start, List<CompiledPromotion> eligible) {
    BestDeal found = new BestDeal(start, eligible);
    List<CompiledPromotion> rivals = eligible;
    List<CompiledPromotion> givers = found.givers(rivals);
    while (givers.size() < rivals.size() && givers.size() > 1) {
      BestDeal again = new BestDeal(start, givers);
      if (again.bestTotal < found.bestTotal) {
        break; // both are guesses, and the first one is better
      }
      again.exact = found.exact;
      again.bound = found.bound;
      found = again;
      rivals = givers;
      givers = found.givers(rivals);
    }
    return found;
  }

  private BestDeal(Deal start, List<CompiledPromotion> eligible) {
    Deal base = start.copy();
    base.openClaims();
    single = new SingleDeals(base, eligible);
    ceiling = new Ceiling(base, single);
    int effort = EFFORT_OF_A_LINE / (1 + base.left.length);
    effortLeft = Math.max(EFFORT_MIN, Math.min(EFFORT_MAX, effort));
    best = base;
    bestTotal = single.total(base);
    bound = bestTotal;
    search(base, bySaving(base, eligible), null, new boolean[base.left.length]);
    best = single.finish(best);
    best.closeClaims();
  }

  Deal deal() {
    return best;
  }

  private List<CompiledPromotion> givers(List<CompiledPromotion> rivals) {
    Set<CompiledPromotion> givers = best.tally.givers();
    return rivals.stream().filter(givers::contains).toList();
  }

  /** How much more than was found may be saved at the very most; 0 if nothing can save more. */
  long gap() {
    return exact ? 0 : Math.max(0, bound - bestTotal);
  }

  /** The greatest saving first, so that a good combination is found early. */
  private static List<Potential> bySaving(Deal base, List<CompiledPromotion> eligible) {
    record Alone(CompiledPromotion promotion, long saving) {}
    List<Alone> alone = new ArrayList<>();
    for (CompiledPromotion promotion : eligible) {
      if (!promotion.lineByLine()) {
        long saving = base.copy().give(promotion);
        if (saving > 0) {
          alone.add(new Alone(promotion, saving));
        }
      }
    }
    alone.sort(Comparator.comparingLong((Alone one) -> one.saving()).reversed());
    List<Potential> potentials = new ArrayList<>();
    for (Alone one : alone) {
      potentials.add(new Potential(base.copy(), one.promotion(), potentials.size()));
    }
    return potentials;
  }

  private void search(
      Deal deal, List<Potential> left, @Nullable Potential last, boolean[] waiting) {
    for (Potential next : left) {
      if (!isOpen(ceiling.of(deal, left))) {
        return;
      }
      if (last == null || !next.isTriedBefore(last)) {
        spend(TRY);
        new Sharing(this, ceiling, deal, next, left, waiting).run();
      }
    }
  }

  /** Whether something is worth a try that saves so much at the very most. */
  boolean isOpen(long most) {
    if (most > bestTotal && effortLeft <= 0) {
      leaveOut(most);
    }
    return most > bestTotal && effortLeft > 0;
  }

  void spend(int effort) {
    effortLeft -= effort;
  }

  /** Something is not tried that saves so much at the very most. */
  void leaveOut(long most) {
    exact = false;
    bound = Math.max(bound, most);
  }

  /**
   * A promotion was given, and others may follow.
   *
   * @param waiting lines that it left to others; none is kept for who gives nothing in the end, or
   *     a promotion that is not given would change what others give
   */
  void tried(Deal tried, Potential last, List<Potential> others, boolean[] waiting) {
    long total = single.total(tried);
    if (total > bestTotal && single.haveAll(waiting)) {
      best = tried;
      bestTotal = total;
    }
    search(tried, others, last, waiting);
  }
}
