package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is looked up before promotions are let at some goods.
 *
 * @param gifts what they may give as a present
 * @param limited those that only so many orders may use
 * @param budgets those that may only give so much money away
 */
public record Lookups(
    Set<Sku> gifts, Map<PromotionId, Long> limited, Map<PromotionId, Budget> budgets) {

  static final Lookups NOTHING = new Lookups(Set.of(), Map.of(), Map.of());

  /** For promotions of a book, of which those on coupon must be unlocked. */
  static Lookups of(RuleBook book, int[] places, Set<PromotionId> unlocked) {
    Lookups lookups = new Lookups(new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
    for (int place : places) {
      Promotion promotion = book.at(place).promotion();
      if (!promotion.onCoupon() || unlocked.contains(promotion.id())) {
        lookups.add(promotion);
      }
    }
    return lookups;
  }

  private void add(Promotion promotion) {
    for (Benefit benefit : promotion.benefits()) {
      if (benefit instanceof Benefit.Gift gift) {
        gifts.addAll(gift.choice());
      }
    }
    promotion.usesMax().ifPresent(max -> limited.put(promotion.id(), max));
    promotion.budget().ifPresent(budget -> budgets.put(promotion.id(), budget));
  }
}
