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

  /** Groups that cost no more than the price already are not formed. */
  static Giving price(Benefit.GroupPrice benefit) {
    return deal -> {
      long price = deal.amount(benefit.price(), -1);
      if (price < 0) {
        return;
      }
      PricedGroups groups = new PricedGroups(deal, benefit.size(), price);
      long[] units = grouped(deal, benefit.items(), benefit.size());
      for (int line : order(deal, Units.of(deal, benefit.items()))) {
        groups.add(line, units[line]);
      }
      long[] worth = groups.worth();
      deal.spreadPart(Deal.sum(worth) - Math.multiplyExact(price, groups.formed()), worth);
    };
  }

  /** How many units of each line stand in complete groups. */
  private static long[] grouped(Deal deal, ItemFilter items, long size) {
    Units units = Units.of(deal, items);
    long left = units.total() / size * size;
    long[] grouped = new long[deal.basket.lines];
    for (int line : order(deal, units)) {
      grouped[line] = Math.min(left, units.of(line));
      left -= grouped[line];
    }
    return grouped;
  }

  private static int[] order(Deal deal, Units units) {
    return deal.policies.groupFill() == GroupFill.BY_PRICE ? units.dearestFirst() : units.inOrder();
  }
}
