package io.omnicommerce.core.pricing;

import io.omnicommerce.core.promotion.Coupons;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.pricing.PricedCoupon;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which coupon opens which promotion. */
final class OpenedByCoupons {

  private OpenedByCoupons() {}

  /**
   * The codes that were given, in order, each with the promotion that it opens. Of several for one
   * promotion the first opens it, and none opens what everybody gets: so a discount that is given
   * once uses one coupon, or none.
   */
  static List<PricedCoupon> of(Coupons coupons, RuleBook book) {
    if (coupons.given().isEmpty()) {
      return List.of();
    }
    Set<PromotionId> closed = closed(coupons.unlocked(), book);
    return coupons.given().stream()
        .map(
            code ->
                new PricedCoupon(
                    code,
                    code.flatMap(coupons::valid)
                        .map(known -> known.coupon().promotion())
                        .filter(closed::remove)))
        .toList();
  }

  /** Without those that everybody gets. */
  private static Set<PromotionId> closed(Set<PromotionId> unlocked, RuleBook book) {
    Set<PromotionId> closed = new HashSet<>(unlocked);
    if (!closed.isEmpty()) {
      book.promotions(promotion -> !promotion.onCoupon()).stream()
          .map(Promotion::id)
          .forEach(closed::remove);
    }
    return closed;
  }
}
