package io.omnicommerce.examples.scenarios.promotions;

import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Benefit.AmountTier;
import io.omnicommerce.promotion.Benefit.PercentTier;
import io.omnicommerce.promotion.Benefit.TierBasis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Actions that grow with the cart. */
final class Tiers {

  private static final Named<TierBasis> BASES =
      new Named<>(
          "tier basis",
          Map.of("items_total", TierBasis.ITEMS_TOTAL, "quantity", TierBasis.QUANTITY));

  private Tiers() {}

  static Benefit itemPercent(Words words) {
    return new Benefit.TieredItemPercent(
        basis(words),
        words.fields().findDecimal("base").orElse(BigDecimal.ZERO),
        tiers(words, tier -> new PercentTier(from(tier), tier.percent())),
        words.items());
  }

  static Benefit orderFixed(Words words) {
    return new Benefit.TieredOrderFixed(
        basis(words),
        words.findAmount("base"),
        tiers(words, tier -> new AmountTier(from(tier), tier.amount())),
        words.items());
  }

  private static TierBasis basis(Words words) {
    return BASES.get(words.fields().textOr("by", "items_total"));
  }

  private static BigDecimal from(Words tier) {
    return tier.fields().decimal("from");
  }

  private static <T> List<T> tiers(Words words, Function<Words, T> of) {
    return words.fields().objects("tiers").stream().map(tier -> tier(words, tier, of)).toList();
  }

  private static <T> T tier(Words words, Fields fields, Function<Words, T> of) {
    T tier = of.apply(new Words(fields, words.channels()));
    fields.allRead();
    return tier;
  }
}
