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

  private final List<CompiledPromotion> single;
  private final List<CompiledPromotion> joint;
  private Deal best;
  private long bestTotal;
  private long bound;
  private int tries;
  private boolean exact = true;

  BestDeal(Deal start, List<CompiledPromotion> eligible) {
    Deal base = start.copy();
    base.openClaims();
    single = eligible.stream().filter(CompiledPromotion::lineByLine).toList();
    joint = bySaving(base, eligible);
    best = finished(base);
    bestTotal = best.tally.total();
    bound = bestTotal;
    search(base, joint);
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
      long most = Math.addExact(tried.tally.total(), tried.free());
      if (++tries > TRIES_MAX) {
        exact = false;
        bound = Math.max(bound, Math.addExact(deal.tally.total(), deal.free()));
        return;
      }
      tried.claim(next);
      compare(finished(tried));
      List<CompiledPromotion> others = left.stream().filter(other -> other != next).toList();
      if (!others.isEmpty() && most > bestTotal) {
        search(tried, others);
      }
    }
  }

  private void compare(Deal finished) {
    long total = finished.tally.total();
    if (total > bestTotal) {
      best = finished;
      bestTotal = total;
      bound = Math.max(bound, total);
    }
  }

  /** With each line that is still free at the best of the promotions of lines. */
  private Deal finished(Deal deal) {
    Deal finished = deal.copy();
    if (single.isEmpty()) {
      return finished;
    }
    List<Deal> alone = single.stream().map(promotion -> alone(deal, promotion)).toList();
    for (int line = 0; line < deal.left.length; line++) {
      int bestOf = -1;
      for (int i = 0; i < alone.size(); i++) {
        if (alone.get(i).left[line] < (bestOf < 0 ? deal.left : alone.get(bestOf).left)[line]) {
          bestOf = i;
        }
      }
      if (bestOf >= 0) {
        finished.takeFor(single.get(bestOf), line, deal.left[line] - alone.get(bestOf).left[line]);
      }
    }
    return finished;
  }

  private static Deal alone(Deal deal, CompiledPromotion promotion) {
    Deal alone = deal.copy();
    alone.give(promotion);
    return alone;
  }
}
