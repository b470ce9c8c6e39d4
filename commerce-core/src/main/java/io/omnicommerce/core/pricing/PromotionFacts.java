package io.omnicommerce.core.pricing;

import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.pricing.PricedCoupon;
import io.omnicommerce.promotion.PromotionId;
import java.util.List;
import java.util.Set;

/**
 * The promotions that can be given, and to whom.
 *
 * @param coupons those that were given, each with the promotion that it opens
 * @param usedUp those that a coupon would open which may not be used any more
 * @param host the rules of the host that they ask
 */
public record PromotionFacts(
    RuleBook catalog,
    RuleBook cart,
    Basket.Buyer buyer,
    List<PricedCoupon> coupons,
    Set<PromotionId> usedUp,
    HostRules host) {

  public PromotionFacts {
    coupons = List.copyOf(coupons);
    usedUp = Set.copyOf(usedUp);
  }

  /** The same for whoever chooses this delivery and no other. */
  PromotionFacts delivering(DeliveryMethod method) {
    return new PromotionFacts(
        catalog, cart, buyer.choosing(Set.of(method.id())), coupons, usedUp, host);
  }
}
