package io.omnicommerce.core.promotion;

import io.omnicommerce.channel.Convention.GroupFill;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;

/** Benefits of units that fill groups, over all lines. */
final class GroupGivings {

  private GroupGivings() {}

  static Giving each(Benefit.QuantityGroup benefit) {
    return deal -> {
      long[] units = grouped(deal, benefit.items(), benefit.size());
      for (int line = 0; line < units.length; line++) {
        ItemGivings.reduce(deal, line, units[line], benefit.each());
      }
    };
  }

  static Giving price(Benefit.GroupPrice benefit) {
    return deal -> {
      long price = deal.amount(benefit.price(), -1);
      long[] units = grouped(deal, benefit.items(), benefit.size());
      long groups = Deal.sum(units) / benefit.size();
      if (price < 0 || groups == 0) {
        return;
      }
      long[] worth = new long[units.length];
      for (int line = 0; line < units.length; line++) {
        worth[line] =
            units[line] == 0 ? 0 : deal.parts.worth(line, deal.parts.units(line, units[line]));
      }
      deal.spreadPart(Deal.sum(worth) - Math.multiplyExact(price, groups), worth);
    };
  }

  /** How many units of each line stand in complete groups. */
  private static long[] grouped(Deal deal, ItemFilter items, long size) {
    Units units = Units.of(deal, items);
    long left = units.total() / size * size;
    long[] grouped = new long[deal.basket.lines];
    int[] order =
        deal.policies.groupFill() == GroupFill.BY_PRICE ? units.dearestFirst() : units.inOrder();
    for (int line : order) {
      grouped[line] = Math.min(left, units.of(line));
      left -= grouped[line];
    }
    return grouped;
  }
}
