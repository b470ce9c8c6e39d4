package io.omnicommerce.core.promotion;

import io.omnicommerce.channel.Convention.PercentRounding;
import io.omnicommerce.promotion.Benefit;

/** Benefits of all lines together, spread over them. */
final class OrderGivings {

  private OrderGivings() {}

  static Giving fixed(Benefit.OrderFixed benefit) {
    return new Fixed(benefit);
  }

  static Giving tiered(Benefit.TieredOrderFixed benefit) {
    Tiers tiers = Tiers.amounts(benefit);
    Giving.Spread giving =
        deal ->
            deal.spreadFixed(tiers.reached(deal, benefit.items()), deal.weights(benefit.items()));
    return giving;
  }

  static Giving price(Benefit.OrderPrice benefit) {
    Giving.Spread giving =
        deal -> {
          long price = deal.amount(benefit.price(), -1);
          long[] weights = deal.weights(benefit.items());
          if (price >= 0) {
            deal.spreadPart(Deal.sum(weights) - price, weights);
          }
        };
    return giving;
  }

  static Giving percent(Benefit.OrderPercent benefit) {
    return new Percent(benefit, Fraction.ofPercent(benefit.percent()));
  }

  private record Fixed(Benefit.OrderFixed benefit) implements Giving.Spread {

    @Override
    public void give(Deal deal) {
      deal.spreadFixed(deal.amount(benefit.amount(), 0), deal.weights(benefit.items()));
    }

    @Override
    public long takesAtMost(Deal deal) {
      return deal.grossedMost(deal.amount(benefit.amount(), 0));
    }
  }

  private record Percent(Benefit.OrderPercent benefit, long percent) implements Giving.Spread {

    @Override
    public void give(Deal deal) {
      if (isPerOrder(deal)) {
        perOrder(deal, benefit, percent, max(deal));
      } else {
        perLine(deal, benefit, percent, max(deal));
      }
    }

    private long max(Deal deal) {
      return benefit
          .amountMax()
          .map(amount -> deal.amount(amount, Long.MAX_VALUE))
          .orElse(Long.MAX_VALUE);
    }

    private static boolean isPerOrder(Deal deal) {
      return deal.policies.percentRounding() == PercentRounding.PER_ORDER;
    }

    @Override
    public long takesAtMost(Deal deal) {
      return max(deal);
    }

    @Override
    public long part(Deal deal, int line) {
      if (benefit.amountMax().isPresent()) {
        return -1;
      }
      return isPerOrder(deal)
          ? Math.multiplyExact(deal.parts.base(line), percent)
          : Math.multiplyExact(deal.parts.share(line, percent), Potential.ONE);
    }

    @Override
    public long rounding(Deal deal) {
      return isPerOrder(deal) ? deal.parts.roundingMost() : 0;
    }
  }

  private static void perOrder(Deal deal, Benefit.OrderPercent benefit, long percent, long max) {
    long base = 0;
    long[] weights = deal.weights(benefit.items());
    for (int line = 0; line < weights.length; line++) {
      base = weights[line] == 0 ? base : Math.addExact(base, deal.parts.base(line));
    }
    deal.spreadPart(Math.min(max, deal.parts.percentOf(base, percent)), weights);
  }

  private static void perLine(Deal deal, Benefit.OrderPercent benefit, long percent, long max) {
    long[] weights = deal.weights(benefit.items());
    long[] wanted = deal.wanted();
    long total = 0;
    LineParts.Percents before = deal.parts.percents();
    for (int line = 0; line < weights.length; line++) {
      wanted[line] = weights[line] == 0 ? 0 : deal.parts.share(line, percent);
      total = Math.addExact(total, wanted[line]);
    }
    if (total > max) {
      deal.parts.forget(before); // what is taken is an amount now
      deal.spreadPart(max, weights);
    } else {
      takeOrPassOn(deal, weights, wanted, total);
    }
  }

  private static void takeOrPassOn(Deal deal, long[] weights, long[] wanted, long total) {
    long taken = 0;
    for (int line = 0; line < wanted.length; line++) {
      taken += deal.takeMinor(line, wanted[line]);
    }
    if (taken < total && deal.policies.redistributes()) {
      for (int line = 0; line < weights.length; line++) {
        weights[line] = weights[line] == 0 || deal.room(line) == 0 ? 0 : deal.left[line];
      }
      long passedOn = deal.spreadPart(total - taken, weights);
      deal.notes.passedOn(deal.current(), total - taken, passedOn);
    }
  }
}
