package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Reduction;
import java.util.OptionalLong;

/** Benefits of each line for itself. */
final class ItemGivings {

  private ItemGivings() {}

  /** What happens to a line of which such a part is meant. */
  private interface Line {
    void take(Deal deal, int line, long part);
  }

  static Giving percent(Benefit.ItemPercent benefit) {
    long percent = Fraction.ofPercent(benefit.percent());
    return lines(
        benefit.items(),
        benefit.unitsPerLine(),
        (deal, line, part) -> deal.parts.takePercent(line, percent, part));
  }

  static Giving fixed(Benefit.ItemFixed benefit) {
    return lines(
        benefit.items(),
        benefit.unitsPerLine(),
        (deal, line, part) -> deal.parts.takeEach(line, deal.amount(benefit.amount(), 0), part));
  }

  static Giving price(Benefit.ItemPrice benefit) {
    return lines(
        benefit.items(),
        OptionalLong.empty(),
        (deal, line, part) -> {
          long price = deal.amount(benefit.price(), -1);
          if (price >= 0) {
            long target = deal.policies.rounding().scale(price, part, deal.basket.one(line));
            deal.takeMinor(line, deal.left[line] - target);
          }
        });
  }

  static Giving line(Benefit.LineFixed benefit) {
    return lines(
        benefit.items(),
        OptionalLong.empty(),
        (deal, line, part) ->
            deal.takeMinor(line, deal.grossed(line, deal.amount(benefit.amount(), 0))));
  }

  static Giving inEvery(Benefit.UnitsInEvery benefit) {
    return lines(
        benefit.items(),
        OptionalLong.empty(),
        (deal, line, part) ->
            reduce(
                deal,
                line,
                deal.basket.units(line) / benefit.of() * benefit.count(),
                benefit.each()));
  }

  static Giving firstAdditional(Benefit.FirstAdditional benefit) {
    return lines(
        benefit.items(),
        benefit.unitsPerLine(),
        (deal, line, part) -> {
          long units = part / deal.basket.one(line);
          if (units == 0) {
            return;
          }
          long first = deal.amount(benefit.first(), 0);
          long further = Math.multiplyExact(units - 1, deal.amount(benefit.additional(), 0));
          deal.takeMinor(
              line,
              Math.min(
                  deal.parts.worth(line, part), deal.grossed(line, Math.addExact(first, further))));
        });
  }

  static Giving tiered(Benefit.TieredItemPercent benefit) {
    Tiers tiers = Tiers.percents(benefit);
    return deal -> {
      long percent = tiers.reached(deal, benefit.items());
      for (int line = 0; percent > 0 && line < deal.left.length; line++) {
        if (deal.includes(benefit.items(), line)) {
          deal.parts.takePercent(line, percent, deal.parts.all(line));
        }
      }
    };
  }

  /** Makes some units of a line cheaper. */
  static void reduce(Deal deal, int line, long units, Reduction each) {
    if (units == 0) {
      return;
    }
    long part = deal.parts.units(line, units);
    if (each.percent().isPresent()) {
      deal.parts.takePercent(line, Fraction.ofPercent(each.percent().get()), part);
    } else {
      deal.parts.takeEach(line, deal.amount(each.amount().orElseThrow(), 0), part);
    }
  }

  private static Giving lines(ItemFilter items, OptionalLong unitsMax, Line way) {
    long max = unitsMax.orElse(Long.MAX_VALUE);
    boolean all = items.isAll();
    Giving.OfLines giving =
        deal -> {
          for (int line = 0; line < deal.left.length; line++) {
            if (deal.isOpen(line) && (all || deal.isMeant(items, line))) {
              way.take(deal, line, deal.parts.units(line, max));
            }
          }
        };
    return giving;
  }
}
