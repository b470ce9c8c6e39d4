package io.omnicommerce.core.promotion;

import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import java.util.Set;

/**
 * A basket on its way through the promotions: what remains of each line and delivery, and who took
 * what. Used by one thread, once.
 */
final class Deal {

  final Basket basket;
  final Policies policies;
  final Tally tally;

  /** What remains of a line, and of a delivery. */
  final long[] left;

  final long[] feesLeft;

  /** Lines and deliveries of which another promotion of the same lane has taken its part. */
  boolean[] claimed = {};

  boolean[] claimedFees = {};

  /** Units that were bought or given for a promotion already; made when first asked for. */
  private long[] usedUnits = {};

  // Used by one benefit after the other.
  private long[] weights = {};
  private long[] wanted = {};

  /** Parts of lines, in amounts. */
  final LineParts parts;

  /** What the result does not show. */
  final Notes notes;

  private CompiledPromotion current = CompiledPromotion.NONE;

  Deal(Basket basket, Policies policies) {
    this(basket, policies, Notes.NONE);
  }

  Deal(Basket basket, Policies policies, Notes notes) {
    this.notes = notes;
    this.basket = basket;
    this.policies = policies;
    tally = new Tally(basket.lines);
    parts = new LineParts(this);
    left = basket.amounts.clone();
    feesLeft = basket.fees.clone();
  }

  private Deal(Deal from) {
    notes = from.notes.copy();
    basket = from.basket;
    policies = from.policies;
    tally = from.tally.copy();
    left = from.left.clone();
    feesLeft = from.feesLeft.clone();
    claimed = from.claimed.clone();
    claimedFees = from.claimedFees.clone();
    usedUnits = from.usedUnits.clone();
    parts = from.parts.copy(this);
  }

  /** What conditions see. */
  DealFacts facts() {
    return new DealFacts(this);
  }

  /** The same state, to try something out on. */
  Deal copy() {
    return new Deal(this);
  }

  /**
   * Lets a promotion give its benefits; answers how much it took, gifts counted as one. A promotion
   * that would take more than is left of its budget, and is given as a whole only, gives nothing.
   */
  long give(CompiledPromotion promotion) {
    return overspends(promotion) ? 0 : giveAll(promotion);
  }

  /** Whether all of a promotion is more than is left of its budget. */
  boolean overspends(CompiledPromotion promotion) {
    return promotion.isGivenAsAWhole() && whole(promotion) > basket.budget(promotion.id());
  }

  /** What a promotion would take if its budget were no matter. */
  long whole(CompiledPromotion promotion) {
    return copy().giveAll(promotion);
  }

  private long giveAll(CompiledPromotion promotion) {
    current = promotion;
    int before = tally.size();
    int gifts = tally.gifts().size();
    LineParts.Percents percents = parts.percents();
    for (Giving giving : promotion.givings()) {
      giving.give(this);
    }
    cap(before);
    long took = tally.amountSince(before);
    if (took == 0) {
      parts.forget(percents);
    }
    return took + tally.gifts().size() - gifts;
  }

  // ---- lanes in which a line takes part in one promotion only

  void openClaims() {
    claimed = new boolean[basket.lines];
    claimedFees = new boolean[basket.deliveries];
  }

  void closeClaims() {
    claimed = new boolean[0];
    claimedFees = new boolean[0];
  }

  /** What a promotion took something of is its own. */
  void claim(CompiledPromotion promotion) {
    for (int i = tally.size() - 1; i >= 0 && tally.who(i) == promotion; i--) {
      int where = tally.where(i);
      if (Tally.isDelivery(where)) {
        claimedFees[-1 - where] = true;
      } else {
        claimed[where] = true;
      }
    }
  }

  /** Goods that another promotion may have, until {@link #release}. */
  void withhold(boolean[] lines) {
    for (int line = 0; line < lines.length; line++) {
      claimed[line] |= lines[line];
    }
  }

  /** Gives lines that were withheld free again. */
  void release(boolean[] lines) {
    for (int line = 0; line < lines.length; line++) {
      claimed[line] &= !lines[line];
    }
  }

  /** What remains of lines and deliveries that nobody has claimed. */
  long free() {
    long free = 0;
    for (int line = 0; line < left.length; line++) {
      free = Math.addExact(free, claimed[line] ? 0 : room(line));
    }
    for (int delivery = 0; delivery < feesLeft.length; delivery++) {
      free = Math.addExact(free, claimedFees[delivery] ? 0 : feesLeft[delivery]);
    }
    return free;
  }

  void turnOf(CompiledPromotion promotion) {
    current = promotion;
  }

  void takeFor(CompiledPromotion promotion, int line, long amount) {
    turnOf(promotion);
    takeMinor(line, amount);
  }

  /** Takes back what is beyond the most that a promotion may take of a cart. */
  private void cap(int before) {
    Promotion promotion = current.promotion();
    if (promotion.amountMax().isEmpty() && promotion.budget().isEmpty()) {
      return;
    }
    long max =
        Math.min(
            promotion.amountMax().map(most -> amount(most, Long.MAX_VALUE)).orElse(Long.MAX_VALUE),
            promotion.budget().map(this::budget).orElse(Long.MAX_VALUE));
    long took = tally.amountSince(before);
    if (took > max) {
      notes.capped(current, took - max);
      tally.giveBack(this, before, took - max);
    }
  }

  /** What a budget lets the present promotion take; one that is not cut is looked at afterwards. */
  private long budget(Budget budget) {
    return budget.last() == Budget.Last.WHAT_IS_LEFT ? basket.budget(current.id()) : Long.MAX_VALUE;
  }

  // ---- which goods

  /** Whether a benefit of the present promotion may touch a line. */
  boolean includes(ItemFilter items, int line) {
    return isOpen(line) && isMeant(items, line);
  }

  /** Whether the present promotion may touch a line, if it means it. */
  boolean isOpen(int line) {
    return left[line] > 0
        && !(claimed.length > 0 && claimed[line])
        && (!basket.isDiscounted(line) || current.promotion().discountedItems());
  }

  boolean isMeant(ItemFilter items, int line) {
    return items.isAll()
        || items.includes(basket.skus[line], basket.categories[line], basket.prices[line]);
  }

  boolean includesDelivery(Set<DeliveryMethodId> methods, int delivery) {
    return feesLeft[delivery] > 0
        && !(claimedFees.length > 0 && claimedFees[delivery])
        && (methods.isEmpty() || methods.contains(basket.methods[delivery]));
  }

  // ---- taking

  /** What a line can still give without falling below its floor. */
  long room(int line) {
    return Math.max(0, left[line] - basket.floor(line));
  }

  boolean hasFloor(int line) {
    return basket.floor(line) > 0;
  }

  long takeMinor(int line, long wanted) {
    long taken = Math.min(wanted, room(line));
    if (taken < wanted) {
      notes.missed(current, hasFloor(line) ? line : Judged.NOWHERE, wanted - taken);
    }
    if (taken > 0) {
      left[line] -= taken;
      tally.add(current, line, taken);
    }
    return Math.max(0, taken);
  }

  long takeFee(int delivery, long wanted) {
    long taken = Math.min(wanted, feesLeft[delivery]);
    if (taken < wanted) {
      notes.missed(current, Judged.NOWHERE, wanted - taken);
    }
    if (taken > 0) {
      feesLeft[delivery] -= taken;
      tally.add(current, Tally.delivery(delivery), taken);
    }
    return Math.max(0, taken);
  }

  void back(int where, long amount) {
    if (Tally.isDelivery(where)) {
      feesLeft[-1 - where] += amount;
    } else {
      left[where] += amount;
    }
  }

  /** Spreads a fixed amount over lines in proportion to weights, none beyond its room. */
  long spreadFixed(long amount, long[] weights) {
    return spread(amount, weights, true);
  }

  /** As {@link #spreadFixed}, of an amount that is a part of prices as they are. */
  long spreadPart(long amount, long[] weights) {
    return spread(amount, weights, false);
  }

  private long spread(long amount, long[] weights, boolean fixed) {
    if (amount <= 0) {
      return 0;
    }
    long taken = 0;
    long[] shares = shares(Math.min(amount, sum(weights)), weights);
    notes.spread(this, false, amount, weights, shares);
    for (int line = 0; line < shares.length; line++) {
      taken += takeMinor(line, fixed ? grossed(line, shares[line]) : shares[line]);
    }
    return taken;
  }

  private long[] shares(long amount, long[] weights) {
    if (!policies.redistributes()) {
      return policies.apportion().split(amount, weights);
    }
    return isBound(weights)
        ? policies.apportion().splitWithin(amount, weights, rooms(weights))
        : policies.apportion().split(amount, weights);
  }

  /** Whether some line has less room than it weighs. */
  private boolean isBound(long[] weights) {
    for (int line = 0; line < weights.length; line++) {
      if (weights[line] > 0 && room(line) < weights[line]) {
        return true;
      }
    }
    return false;
  }

  private long[] rooms(long[] weights) {
    long[] rooms = new long[weights.length];
    for (int line = 0; line < rooms.length; line++) {
      rooms[line] = weights[line] == 0 ? 0 : room(line);
    }
    return rooms;
  }

  /** One number a line, to be written; valid until it is asked for again. */
  long[] wanted() {
    wanted = wanted.length == 0 ? new long[basket.lines] : wanted;
    return wanted;
  }

  /** What remains of each line that is meant; valid until it is asked for again. */
  long[] weights(ItemFilter items) {
    weights = weights.length == 0 ? new long[basket.lines] : weights;
    boolean all = items.isAll();
    for (int line = 0; line < weights.length; line++) {
      weights[line] = isOpen(line) && (all || isMeant(items, line)) ? left[line] : 0;
    }
    return weights;
  }

  static long sum(long[] amounts) {
    long sum = 0;
    for (long amount : amounts) {
      sum = Math.addExact(sum, amount);
    }
    return sum;
  }

  /** A fixed amount as it comes off the price of a line. */
  long grossed(int line, long fixed) {
    long more = basket.grossUp(line);
    return more == 0
        ? fixed
        : policies.rounding().scale(fixed, Fraction.PERCENT_ONE + more, Fraction.PERCENT_ONE);
  }

  /** At most what a fixed amount becomes. */
  long grossedMost(long fixed) {
    long most = fixed;
    for (int line = 0; line < left.length; line++) {
      most = Math.max(most, grossed(line, fixed));
    }
    return most == fixed ? fixed : Math.addExact(most, left.length); // each share is rounded
  }

  /** Whether what a line cannot give may be taken of others. */
  boolean mayPassOn(int line) {
    return policies.redistributes() && basket.floor(line) > 0;
  }

  CompiledPromotion current() {
    return current;
  }

  // ---- units that were used

  long unused(int line) {
    return basket.units(line) - (usedUnits.length == 0 ? 0 : usedUnits[line]);
  }

  void use(int line, long units) {
    if (usedUnits.length == 0) {
      usedUnits = new long[basket.lines];
    }
    usedUnits[line] += units;
  }

  // ---- amounts as data

  /** An amount here, or what is said if there is none. */
  long amount(Amount amount, long otherwise) {
    return amount
        .in(basket.buyer.channel(), basket.buyer.currency())
        .map(money -> Math.multiplyExact(money.minor(), basket.finer))
        .orElse(otherwise);
  }

  /** A gift of which nothing can be given is none. */
  void addGift(Benefit.Gift gift) {
    if (basket.canGive(gift)) {
      tally.addGift(current, gift);
    }
  }
}
