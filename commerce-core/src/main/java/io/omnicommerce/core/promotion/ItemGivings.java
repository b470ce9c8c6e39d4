package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Reduction;
import java.util.OptionalLong;

/** Benefits of each line for itself. */
final class ItemGivings {

  private ItemGivings() {}

  /** What happens to a line of which so many units are meant. */
  private interface Line {
    void take(Deal deal, int line, long units);
  }

  static Giving percent(Benefit.ItemPercent benefit) {
    long percent = Fraction.ofPercent(benefit.percent());
    return lines(
        benefit.items(),
        benefit.unitsPerLine(),
        (deal, line, units) -> deal.takePercent(line, percent, units));
  }

  static Giving fixed(Benefit.ItemFixed benefit) {
    return lines(
        benefit.items(),
        benefit.unitsPerLine(),
        (deal, line, units) -> takeEach(deal, line, units, deal.amount(benefit.amount(), 0)));
  }

  static Giving price(Benefit.ItemPrice benefit) {
    return lines(
        benefit.items(),
        OptionalLong.empty(),
        (deal, line, units) -> {
          long price = deal.amount(benefit.price(), -1);
          if (price >= 0) {
            deal.takeMinor(line, deal.left[line] - Math.multiplyExact(price, units));
          }
        });
  }

  static Giving line(Benefit.LineFixed benefit) {
    return lines(
        benefit.items(),
        OptionalLong.empty(),
        (deal, line, units) ->
            deal.takeMinor(line, deal.grossed(line, deal.amount(benefit.amount(), 0))));
  }

  static Giving inEvery(Benefit.UnitsInEvery benefit) {
    return lines(
        benefit.items(),
        OptionalLong.empty(),
        (deal, line, units) ->
            reduce(deal, line, units / benefit.of() * benefit.count(), benefit.each()));
  }

  static Giving firstAdditional(Benefit.FirstAdditional benefit) {
    return lines(
        benefit.items(),
        benefit.unitsPerLine(),
        (deal, line, units) -> {
          long first = deal.amount(benefit.first(), 0);
          long further = Math.multiplyExact(units - 1, deal.amount(benefit.additional(), 0));
          deal.takeMinor(
              line,
              Math.min(
                  deal.worthOf(line, units), deal.grossed(line, Math.addExact(first, further))));
        });
  }

  static Giving tiered(Benefit.TieredItemPercent benefit) {
    Tiers tiers = Tiers.percents(benefit);
    return deal -> {
      long percent = tiers.reached(deal, benefit.items());
      for (int line = 0; percent > 0 && line < deal.left.length; line++) {
        if (deal.includes(benefit.items(), line)) {
          deal.takePercent(line, percent, deal.basket.units[line]);
        }
      }
    };
  }

  /** Makes some units of a line cheaper. */
  static void reduce(Deal deal, int line, long units, Reduction each) {
    if (units == 0) {
      return;
    }
    if (each.percent().isPresent()) {
      deal.takePercent(line, Fraction.ofPercent(each.percent().get()), units);
    } else {
      takeEach(deal, line, units, deal.amount(amount(each), 0));
    }
  }

  private static Amount amount(Reduction each) {
    return each.amount().orElseThrow();
  }

  private static void takeEach(Deal deal, int line, long units, long each) {
    long wanted = deal.grossed(line, Math.multiplyExact(units, each));
    deal.takeMinor(line, Math.min(wanted, deal.worthOf(line, units)));
  }

  private static Giving lines(ItemFilter items, OptionalLong unitsMax, Line way) {
    long max = unitsMax.orElse(Long.MAX_VALUE);
    Giving.OfLines giving =
        deal -> {
          for (int line = 0; line < deal.left.length; line++) {
            if (deal.includes(items, line) && deal.basket.units[line] > 0) {
              way.take(deal, line, Math.min(max, deal.basket.units[line]));
            }
          }
        };
    return giving;
  }
}
