package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.Promotion;
import java.util.List;

/**
 * What a promotion over several lines could save of a deal at the very most, worked out before
 * anybody has taken anything. Parts of lines are counted in {@link #ONE} of an amount, so that what
 * is rounded together is not rounded before.
 */
final class Potential {

  static final long ONE = Fraction.PERCENT_ONE;

  private static final int SUMS = 8;
  private static final long[] NONE = {};

  private final CompiledPromotion promotion;
  private final int rank;
  private final boolean[] touches;
  private final boolean independent;

  /** Of each line, where every line gives its part whatever the others do; else empty. */
  private final long[] parts;

  /** What rounding may add to the parts. */
  private final long rounding;

  /** What it can take, where no line has a part of its own, and its gifts. */
  private final long lump;

  /**
   * @param deal where nothing of the lane is taken yet
   * @param rank when it is tried
   */
  Potential(Deal deal, CompiledPromotion promotion, int rank) {
    this.promotion = promotion;
    this.rank = rank;
    deal.turnOf(promotion);
    List<Reach> reach = Reach.of(promotion.promotion().benefits());
    touches = touches(deal, reach);
    independent = promotion.givings().stream().allMatch(Giving::isIndependent);
    parts = parts(deal);
    rounding = parts.length == 0 ? 0 : promotion.givings().get(0).rounding(deal);
    lump = Math.addExact(promotion.gifts(), parts.length == 0 ? lump(deal, reach) : 0);
  }

  CompiledPromotion promotion() {
    return promotion;
  }

  boolean touches(int line) {
    return touches[line];
  }

  /** Whether it may as well run before another one, which is tried too. */
  boolean isTriedBefore(Potential other) {
    return independent && other.independent && rank < other.rank;
  }

  long rounding() {
    return rounding;
  }

  long lump() {
    return lump;
  }

  /** What a line gives it for itself. */
  long part(int line) {
    return parts.length == 0 ? 0 : parts[line];
  }

  /** What a line that it is given saves beside the lump, if it saves so much elsewhere. */
  long given(int line, long elsewhere) {
    if (!touches[line] || !independent) {
      return elsewhere; // it is free still, if it is only looked at
    }
    return parts.length > 0 && parts[line] < ONE
        ? Math.max(parts[line], elsewhere) // nothing may be taken of it
        : part(line);
  }

  /** Whether parts of all lines can be added up. */
  static boolean isCountable(Deal deal) {
    return Deal.sum(deal.basket.amounts) <= Long.MAX_VALUE / ONE / SUMS;
  }

  private static boolean[] touches(Deal deal, List<Reach> reach) {
    boolean[] touches = new boolean[deal.left.length];
    for (Reach of : reach) {
      for (int line = 0; line < touches.length; line++) {
        touches[line] |= of.items().isPresent() && deal.includes(of.items().get(), line);
      }
    }
    return touches;
  }

  private long[] parts(Deal deal) {
    Promotion terms = promotion.promotion();
    if (promotion.givings().size() != 1
        || terms.amountMax().isPresent()
        || terms.budget().isPresent()
        || !isCountable(deal)) {
      return NONE;
    }
    long[] found = new long[touches.length];
    boolean any = false; // what is about deliveries only has no part of any line
    for (int line = 0; line < found.length; line++) {
      found[line] = touches[line] ? promotion.givings().get(0).part(deal, line) : 0;
      if (found[line] < 0 || (found[line] > 0 && deal.mayPassOn(line))) {
        return NONE;
      }
      any |= touches[line];
    }
    return any ? found : NONE;
  }

  private long lump(Deal deal, List<Reach> reach) {
    long there = 0;
    for (int line = 0; line < touches.length; line++) {
      there = Math.addExact(there, touches[line] ? deal.room(line) : 0);
    }
    if (reach.stream().anyMatch(of -> of.methods().isPresent())) {
      there = Math.addExact(there, Deal.sum(deal.feesLeft));
    }
    long most = 0;
    for (Giving giving : promotion.givings()) {
      most = Math.addExact(most, Math.min(there, giving.takesAtMost(deal)));
    }
    return Math.min(
        Math.min(there, most),
        promotion
            .promotion()
            .amountMax()
            .map(amount -> deal.amount(amount, Long.MAX_VALUE))
            .orElse(Long.MAX_VALUE));
  }
}
