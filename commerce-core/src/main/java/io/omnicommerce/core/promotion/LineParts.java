package io.omnicommerce.core.promotion;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.money.Rounding;

/**
 * Parts of lines as amounts, rounded as the market says. How much of a line is counted in its
 * quantity's smallest step, so that one kilogram of 1.5 is two thirds of it.
 */
final class LineParts {

  private final Deal deal;

  /** Whether percentages are taken from the list price in this lane. */
  private boolean additive;

  /** The percentages off each line so far, and what they took, where percentages add up. */
  private long[] percents = {};

  private long[] percentsTook = {};

  LineParts(Deal deal) {
    this.deal = deal;
  }

  LineParts copy(Deal of) {
    LineParts copy = new LineParts(of);
    copy.additive = additive;
    copy.percents = percents.clone();
    copy.percentsTook = percentsTook.clone();
    return copy;
  }

  /** The percentages that add up in this lane, as they are at one time. */
  static final class Percents {

    private static final Percents NONE = new Percents(new long[0], new long[0]);

    private final long[] percents;
    private final long[] took;

    private Percents(long[] percents, long[] took) {
      this.percents = percents;
      this.took = took;
    }
  }

  Percents percents() {
    return additive ? new Percents(percents.clone(), percentsTook.clone()) : Percents.NONE;
  }

  /** Of a promotion that takes nothing in the end nothing adds up. */
  void forget(Percents since) {
    if (additive) {
      percents = since.percents;
      percentsTook = since.took;
    }
  }

  void begin(boolean additiveLane) {
    additive = additiveLane;
  }

  boolean isAdditive() {
    return additive;
  }

  /** All of a line. */
  long all(int line) {
    return deal.basket.quantities[line].unscaled();
  }

  /** So many units of a line, or all of it if it has no more. */
  long units(int line, long units) {
    long all = all(line);
    if (units >= all) {
      return all;
    }
    long one = deal.basket.one(line);
    return units > all / one ? all : units * one;
  }

  /** A percentage off a part of a line. */
  void takePercent(int line, long percent, long part) {
    deal.takeMinor(line, part >= all(line) ? wholeLine(line, percent) : some(line, percent, part));
  }

  /** An amount for each unit of a part, as far as the part has so much. */
  void takeEach(int line, long each, long part) {
    long wanted = deal.policies.rounding().scale(each, part, deal.basket.one(line));
    deal.takeMinor(line, Math.min(deal.grossed(line, wanted), worth(line, part)));
  }

  /** What a percentage off the order takes of a line; asked once for each time it is taken. */
  long share(int line, long percent) {
    return additive ? addedUp(line, percent) : part(line, base(line), percent, 1, 1);
  }

  private long wholeLine(int line, long percent) {
    return deal.policies.itemPercentRounding() == Convention.ItemPercentRounding.UNIT
            && deal.basket.one(line) == 1
        ? byUnit(line, percent, all(line))
        : share(line, percent);
  }

  /** Percentages that add up are rounded together, or three of 10 % would not be 30 %. */
  private long addedUp(int line, long percent) {
    if (percents.length == 0) {
      percents = new long[deal.basket.lines];
      percentsTook = new long[deal.basket.lines];
    }
    percents[line] = Math.min(Fraction.PERCENT_ONE, percents[line] + percent);
    long together = part(line, deal.basket.amounts[line], percents[line], 1, 1);
    long taken = together - percentsTook[line];
    percentsTook[line] = together;
    return taken;
  }

  private long some(int line, long percent, long part) {
    if (deal.policies.itemPercentRounding() == Convention.ItemPercentRounding.UNIT
        && deal.basket.one(line) == 1) {
      return byUnit(line, percent, part);
    }
    return deal.policies.limitedUnits() == Convention.LimitedUnitsBasis.PROPORTIONAL
        ? part(line, base(line), percent, part, all(line))
        : part(line, worth(line, part), percent, 1, 1);
  }

  private long byUnit(int line, long percent, long units) {
    return Math.multiplyExact(part(line, base(line), percent, 1, all(line)), units);
  }

  /** What a percentage is taken from. */
  long base(int line) {
    boolean list = additive || deal.policies.itemPercentBasis() == Convention.ItemPercentBasis.LIST;
    return list ? deal.basket.amounts[line] : deal.left[line];
  }

  /** What a percentage of an amount is, rounded as the market rounds discounts. */
  long percentOf(long amount, long percent) {
    return part(Judged.NOWHERE, amount, percent, 1, 1);
  }

  /** How much more than it is a discount may become by rounding, in {@link Potential#ONE}. */
  long roundingMost() {
    Rounding rounding = deal.policies.rounding();
    boolean toTheNearest = rounding.divide(1, 4) == 0 && rounding.divide(3, 4) == 1;
    return toTheNearest ? Potential.ONE / 2 : Potential.ONE - 1;
  }

  private long part(int line, long amount, long percent, long some, long of) {
    long part =
        deal.policies.discountRounding() == Convention.DiscountRounding.DISCOUNT
            ? fraction(amount, some, of, percent)
            : deal.policies.rounding().scale(amount, some, of)
                - fraction(amount, some, of, Fraction.PERCENT_ONE - percent);
    deal.notes.percentage(deal.current(), line, amount, some, of, percent, part);
    return part;
  }

  private long fraction(long amount, long some, long of, long percent) {
    return Fraction.of(amount, some, of, percent, Fraction.PERCENT_ONE, deal.policies.rounding());
  }

  /** What a part of a line is worth at most. */
  long worth(int line, long part) {
    if (part >= all(line)) {
      return deal.left[line];
    }
    if (deal.policies.limitedUnits() == Convention.LimitedUnitsBasis.PROPORTIONAL) {
      return deal.policies.rounding().scale(deal.left[line], part, all(line));
    }
    long price = deal.policies.rounding().scale(deal.basket.amounts[line], part, all(line));
    return Math.max(0, price - (deal.basket.amounts[line] - deal.left[line]));
  }
}
