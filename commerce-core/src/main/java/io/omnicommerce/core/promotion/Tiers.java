package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** What is given from which threshold on. */
record Tiers(Benefit.TierBasis by, ToLongFunction<Deal> base, List<Tier> tiers) {

  /** From so much, included, so much. */
  record Tier(BigDecimal from, ToLongFunction<Deal> gives) {}

  Tiers {
    tiers = tiers.stream().sorted(Comparator.comparing(Tier::from)).toList();
  }

  static Tiers percents(Benefit.TieredItemPercent benefit) {
    long base = Fraction.ofPercent(benefit.base());
    return new Tiers(
        benefit.by(),
        deal -> base,
        benefit.tiers().stream()
            .map(tier -> percent(tier.from(), Fraction.ofPercent(tier.percent())))
            .toList());
  }

  private static Tier percent(BigDecimal from, long percent) {
    return new Tier(from, deal -> percent);
  }

  static Tiers amounts(Benefit.TieredOrderFixed benefit) {
    return new Tiers(
        benefit.by(),
        deal -> benefit.base().map(base -> deal.amount(base, 0)).orElse(0L),
        benefit.tiers().stream().map(tier -> amount(tier.from(), tier.amount())).toList());
  }

  private static Tier amount(BigDecimal from, Amount amount) {
    return new Tier(from, deal -> deal.amount(amount, 0));
  }

  /** What is given for what is there. */
  long reached(Deal deal, ItemFilter items) {
    BigDecimal there =
        by == Benefit.TierBasis.QUANTITY
            ? deal.facts().quantity(items).toBigDecimal()
            : deal.facts().subtotal(items).toBigDecimal();
    ToLongFunction<Deal> gives = base;
    for (Tier tier : tiers) {
      gives = tier.from().compareTo(there) <= 0 ? tier.gives() : gives;
    }
    return gives.applyAsLong(deal);
  }
}
