package io.omnicommerce.core.pricing;

import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.pricing.PricedCoupon;
import java.util.List;
import java.util.Set;

/**
 * The promotions that can be given, and to whom.
 *
 * @param coupons those that were given, each with the promotion that it opens
 * @param host the rules of the host that they ask
 */
public record PromotionFacts(
    RuleBook catalog,
    RuleBook cart,
    Basket.Buyer buyer,
    List<PricedCoupon> coupons,
    HostRules host) {

  public PromotionFacts {
    coupons = List.copyOf(coupons);
  }

  /** The same for whoever chooses this delivery and no other. */
  PromotionFacts delivering(DeliveryMethod method) {
    return new PromotionFacts(catalog, cart, choosing(method), coupons, host);
  }

  private Basket.Buyer choosing(DeliveryMethod method) {
    return new Basket.Buyer(
        buyer.channel(),
        buyer.location(),
        buyer.groups(),
        buyer.destination(),
        buyer.paymentMethod(),
        Set.of(method.id()),
        buyer.unlocked(),
        buyer.exhausted(),
        buyer.orders(),
        buyer.currency(),
        buyer.at());
  }
}
