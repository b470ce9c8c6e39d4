package io.omnicommerce.core.promotion;

import io.omnicommerce.channel.Convention.Exclusivity;
import io.omnicommerce.channel.Convention.Stacking;
import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Promotion;
import java.util.ArrayList;
import java.util.List;

/** Lets the promotions of a book at a basket. Pure. */
public final class Evaluation {

  private final RuleBook book;
  private final Basket basket;
  private final int[] candidates;
  private final Witness witness;

  /** How much more than was found may be saved by a lane of best deals, if that is not exact. */
  private long gap;

  private Evaluation(RuleBook book, Basket basket, int[] candidates, Witness witness) {
    this.book = book;
    this.basket = basket;
    this.candidates = candidates;
    this.witness = witness;
  }

  /**
   * What a basket gets.
   *
   * @throws ArithmeticOverflowException if an amount cannot be held
   */
  public static Outcome of(RuleBook book, Basket basket) {
    try {
      Evaluation evaluation = new Evaluation(book, basket, book.candidates(basket), Witness.NONE);
      Deal deal = evaluation.deal();
      return new Outcome(deal.tally, evaluation.gap);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("giving promotions");
    }
  }

  /** The same before a witness, with a turn for promotions that could have had none. */
  static Deal before(Witness witness, RuleBook book, Basket basket, int[] candidates) {
    return new Evaluation(book, basket, candidates, witness).deal();
  }

  /**
   * Who took what of which line.
   *
   * @param gap how much more could be saved at the very most, where the best deal was too large to
   *     be found exactly; 0 if it is exact
   */
  public record Outcome(Tally tally, long gap) {

    /** Where there are no promotions. */
    public static final Outcome NOTHING = new Outcome(new Tally(0), 0);

    /** Something that a promotion took. */
    public interface Taken {
      /**
       * @param line its place in the basket, or -1
       * @param delivery its place in the basket, or -1
       */
      void of(Promotion promotion, int line, int delivery, long amount);
    }

    /** How many entries there are, some of which may have taken nothing in the end. */
    public int size() {
      return tally.size();
    }

    /** Who took something by an entry. */
    public Promotion promotion(int entry) {
      return tally.who(entry).promotion();
    }

    /** How much was taken by an entry. */
    public long amount(int entry) {
      return tally.how(entry);
    }

    /** What an entry was taken of: a line by its place, or behind all lines a delivery by its. */
    public int place(int entry, int lines) {
      int where = tally.where(entry);
      return Tally.isDelivery(where) ? lines - 1 - where : where;
    }

    /** Tells everything that was taken, in the order in which it was. */
    public void forEach(Taken taken) {
      for (int i = 0; i < tally.size(); i++) {
        int where = tally.where(i);
        boolean delivery = Tally.isDelivery(where);
        if (tally.how(i) > 0) {
          taken.of(
              tally.who(i).promotion(),
              delivery ? -1 : where,
              delivery ? -1 - where : -1,
              tally.how(i));
        }
      }
    }

    /** The gifts that are given. */
    public List<Gift> gifts() {
      if (tally.gifts().isEmpty()) {
        return List.of();
      }
      List<Gift> gifts = new ArrayList<>();
      for (Tally.GiftGiven given : tally.gifts()) {
        Promotion promotion = given.promotion().promotion();
        gifts.add(new Gift(promotion, given.gift(), number(promotion, given.gift(), gifts)));
      }
      return gifts;
    }

    /** The next of its kind: of two equal gifts of a promotion both are given or none. */
    private static int number(Promotion promotion, Benefit.Gift gift, List<Gift> before) {
      List<Benefit> all =
          promotion.benefits().stream().filter(Benefit.Gift.class::isInstance).toList();
      int earlier =
          before.stream()
              .filter(other -> other.promotion().id().equals(promotion.id()))
              .mapToInt(Gift::number)
              .max()
              .orElse(0);
      return earlier + 1 + all.subList(earlier, all.size()).indexOf(gift);
    }
  }

  /**
   * A gift and the promotion that gives it.
   *
   * @param number which of the promotion's gifts, from 1
   */
  public record Gift(Promotion promotion, Benefit.Gift gift, int number) {}

  private Deal deal() {
    for (int place : candidates) {
      if (book.at(place).promotion().exclusive()) {
        return withExclusives();
      }
    }
    return run(false);
  }

  private Deal withExclusives() {
    boolean onlyIfBetter = book.policies().exclusivity() == Exclusivity.ONLY_IF_BETTER;
    Deal best = onlyIfBetter ? run(true) : fresh();
    boolean found = false;
    for (int place : candidates) {
      if (!book.at(place).promotion().exclusive()) {
        continue;
      }
      Deal alone = fresh();
      if (holds(book.at(place), alone) && given(book.at(place), alone)) {
        if (!onlyIfBetter) {
          return alone;
        }
        if (alone.tally.total() > best.tally.total()) {
          best = alone;
        }
        found = true;
      }
    }
    return onlyIfBetter || found ? best : run(true);
  }

  private Deal run(boolean withoutExclusives) {
    Deal deal = fresh();
    for (int i = 0; i < candidates.length; ) {
      int end = i;
      while (end < candidates.length
          && book.laneOf(candidates[end]) == book.laneOf(candidates[i])) {
        end++;
      }
      deal = lane(deal, i, end, withoutExclusives);
      i = end;
    }
    return deal;
  }

  private Deal lane(Deal deal, int from, int until, boolean withoutExclusives) {
    Stacking stacking = book.stackingOf(candidates[from]);
    deal.parts.begin(stacking == Stacking.ADDITIVE);
    if (stacking == Stacking.BEST_ONLY) {
      List<CompiledPromotion> eligible = eligible(deal, from, until, withoutExclusives);
      witness.competed(eligible, deal);
      BestDeal best = BestDeal.of(deal, eligible);
      gap = Math.addExact(gap, best.gap());
      return best.deal();
    }
    for (int i = from; i < until; i++) {
      CompiledPromotion promotion = book.at(candidates[i]);
      if ((withoutExclusives && promotion.promotion().exclusive()) || !holds(promotion, deal)) {
        continue;
      }
      boolean given = given(promotion, deal);
      if (given && promotion.promotion().stop() && book.policies().stops()) {
        for (int next = i + 1; next < until; next++) {
          witness.stopped(book.at(candidates[next]), promotion, deal);
        }
        break;
      }
    }
    return deal;
  }

  private Deal fresh() {
    return new Deal(basket, book.policies(), witness.notes());
  }

  private boolean holds(CompiledPromotion promotion, Deal deal) {
    boolean holds = promotion.holds(deal);
    witness.asked(promotion, deal, holds);
    return holds;
  }

  private boolean given(CompiledPromotion promotion, Deal deal) {
    long taken = deal.give(promotion);
    witness.gave(promotion, deal, taken);
    return taken > 0;
  }

  private List<CompiledPromotion> eligible(
      Deal deal, int from, int until, boolean withoutExclusives) {
    List<CompiledPromotion> eligible = new ArrayList<>();
    for (int i = from; i < until; i++) {
      CompiledPromotion promotion = book.at(candidates[i]);
      if (!(withoutExclusives && promotion.promotion().exclusive()) && holds(promotion, deal)) {
        eligible.add(promotion);
      }
    }
    return eligible;
  }
}
