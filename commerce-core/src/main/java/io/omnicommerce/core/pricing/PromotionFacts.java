package io.omnicommerce.core.pricing;

import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.pricing.PricedCoupon;
import java.util.List;

/**
 * The promotions that can be given, and to whom.
 *
 * @param coupons those that were given, each with the promotion that it opens
 * @param host the rules of the host that they ask
 */
record PromotionFacts(
    RuleBook catalog,
    RuleBook cart,
    Basket.Buyer buyer,
    List<PricedCoupon> coupons,
    HostRules host) {

  PromotionFacts {
    coupons = List.copyOf(coupons);
  }
}
