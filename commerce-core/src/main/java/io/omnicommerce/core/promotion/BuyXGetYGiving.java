package io.omnicommerce.core.promotion;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.promotion.Benefit;

/** For so many that are bought, so many are cheaper; no unit is both. */
final class BuyXGetYGiving implements Giving {

  private final Benefit.BuyXGetY benefit;
  private final long percent;

  BuyXGetYGiving(Benefit.BuyXGetY benefit) {
    this.benefit = benefit;
    percent = Fraction.ofPercent(benefit.percent());
  }

  @Override
  public void give(Deal deal) {
    boolean reuse = deal.policies.bxgyUnitReuse() == Convention.BxgyUnitReuse.ALLOWED;
    Units bought = reuse ? Units.of(deal, benefit.buy()) : Units.unused(deal, benefit.buy());
    Units given = reuse ? Units.of(deal, benefit.get()) : Units.unused(deal, benefit.get());
    Sets sets = sets(deal, bought, given);
    if (sets.given == 0) {
      return;
    }
    long[] taken = choose(deal, bought, given, sets);
    long before = deal.tally.total();
    for (int line = 0; line < taken.length; line++) {
      if (taken[line] > 0) {
        deal.parts.takePercent(line, percent, deal.parts.units(line, taken[line]));
      }
    }
    if (deal.tally.total() > before) { // what gives nothing uses nothing up
      use(deal, bought, taken, sets.bought);
    }
  }

  /** How many units are bought and given in all sets, and how many of both kinds may be given. */
  private record Sets(long bought, long given, long ofBoth) {}

  private Sets sets(Deal deal, Units bought, Units given) {
    long onlyBuy = 0;
    long onlyGet = 0;
    long both = 0;
    for (int line = 0; line < deal.basket.lines; line++) {
      boolean buys = bought.of(line) > 0;
      boolean gets = given.of(line) > 0;
      both += buys && gets ? bought.of(line) : 0;
      onlyBuy += buys && !gets ? bought.of(line) : 0;
      onlyGet += gets && !buys ? given.of(line) : 0;
    }
    return sets(deal, onlyBuy, onlyGet, both);
  }

  private Sets sets(Deal deal, long onlyBuy, long onlyGet, long both) {
    long x = benefit.buyQuantity();
    long y = benefit.getQuantity();
    long complete =
        Math.min(
            Math.min((onlyGet + both) / y, (onlyBuy + both) / x),
            (onlyBuy + onlyGet + both) / Math.addExact(x, y));
    long sets = Math.min(complete, most(deal));
    long given = sets * y;
    long buying = sets * x;
    if (deal.policies.bxgyPartial() == Convention.BxgyPartial.ALLOWED && sets < most(deal)) {
      long left = onlyBuy + both + onlyGet - buying - given - x;
      long more = Math.min(y, Math.min(left, onlyGet + both - given));
      if (more > 0 && onlyBuy + both >= buying + x) {
        given += more;
        buying += x;
      }
    }
    return new Sets(buying, given, onlyBuy + both - buying);
  }

  private long most(Deal deal) {
    Convention.BxgyRepeat repeat = benefit.repeat().orElse(deal.policies.bxgyRepeat());
    long most = benefit.setsMax().orElse(Long.MAX_VALUE);
    return repeat == Convention.BxgyRepeat.ONCE ? Math.min(1, most) : most;
  }

  /** The units that become cheaper, so that enough are left to be bought. */
  private long[] choose(Deal deal, Units bought, Units given, Sets sets) {
    Convention.BxgySelection selection = benefit.selection().orElse(deal.policies.bxgySelection());
    int[] order =
        selection == Convention.BxgySelection.CHEAPEST
            ? given.cheapestFirst()
            : given.dearestFirst();
    long[] taken = new long[deal.basket.lines];
    long left = sets.given;
    long both = sets.ofBoth;
    for (int line : order) {
      boolean buys = bought.of(line) > 0;
      long units = Math.min(left, buys ? Math.min(both, given.of(line)) : given.of(line));
      taken[line] = units;
      left -= units;
      both -= buys ? units : 0;
    }
    return taken;
  }

  /** Those that are bought are used as well: first what cannot be given, then the dearest. */
  private void use(Deal deal, Units bought, long[] taken, long buying) {
    for (int line = 0; line < taken.length; line++) {
      deal.use(line, taken[line]);
    }
    long left = buying;
    for (int line : bought.dearestFirst()) {
      long units = Math.min(left, bought.of(line) - taken[line]);
      deal.use(line, units);
      left -= units;
    }
  }
}
