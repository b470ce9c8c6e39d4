package io.omnicommerce.core.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The combination of promotions that saves most, when a line or delivery takes part in one only.
 *
 * <p>Benefits of each line for itself are easy: each line takes the best. Benefits over several
 * lines compete for them: all sequences of those are tried, each seeing the lines that are still
 * free, as long as the number of tries allows and as long as a sequence can still become better
 * than the best so far. What no try could beat is known, and said as the gap.
 */
final class BestDeal {

  private static final int TRIES_MAX = 4_000;

  private final SingleDeals single;
  private final List<CompiledPromotion> joint;
  private Deal best;
  private long bestTotal;
  private long bound;
  private int tries;
  private boolean exact = true;

  BestDeal(Deal start, List<CompiledPromotion> eligible) {
    Deal base = start.copy();
    base.openClaims();
    single = new SingleDeals(base, eligible);
    joint = bySaving(base, eligible);
    best = base;
    bestTotal = single.total(base);
    bound = bestTotal;
    search(base, joint);
    best = single.finish(best);
    best.closeClaims();
  }

  Deal deal() {
    return best;
  }

  /** How much more than was found may be saved at the very most; 0 if nothing can save more. */
  long gap() {
    return exact ? 0 : Math.max(0, bound - bestTotal);
  }

  /** The greatest saving first, so that a good combination is found early. */
  private static List<CompiledPromotion> bySaving(Deal base, List<CompiledPromotion> eligible) {
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
    alone.sort(Comparator.comparingLong((Alone a) -> a.saving()).reversed());
    return alone.stream().map(Alone::promotion).toList();
  }

  private void search(Deal deal, List<CompiledPromotion> left) {
    for (CompiledPromotion next : left) {
      Deal tried = deal.copy();
      if (tried.give(next) == 0) {
        continue;
      }
      if (++tries > TRIES_MAX) {
        exact = false;
        bound = Math.max(bound, most(deal, left));
        return;
      }
      tried.claim(next);
      compare(tried);
      List<CompiledPromotion> others = left.stream().filter(other -> other != next).toList();
      if (!others.isEmpty() && most(tried, others) > bestTotal) {
        search(tried, others);
      }
    }
  }

  /** What can be saved at the very most: all that remains, and every gift that may still come. */
  private static long most(Deal deal, List<CompiledPromotion> left) {
    long gifts = 0;
    for (CompiledPromotion promotion : left) {
      gifts += promotion.gifts();
    }
    return Math.addExact(Math.addExact(deal.tally.total(), deal.free()), gifts);
  }

  private void compare(Deal tried) {
    long total = single.total(tried);
    if (total > bestTotal) {
      best = tried;
      bestTotal = total;
      bound = Math.max(bound, total);
    }
  }
}
