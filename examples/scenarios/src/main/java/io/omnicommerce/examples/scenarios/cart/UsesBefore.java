package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.examples.scenarios.promotions.CouponTerms;
import io.omnicommerce.examples.scenarios.promotions.Offer;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.util.List;
import java.util.Optional;

/** Writes down the coupons of a case, and how often they and its promotions were used before. */
final class UsesBefore {

  /** The customer of a case. */
  static final CustomerId BUYER = CustomerId.of("buyer");

  private UsesBefore() {}

  static void record(PromotionService promotions, CallContext office, List<Offer> offers) {
    List<CouponTerms> coupons = offers.stream().flatMap(one -> one.coupon().stream()).toList();
    promotions.saveCoupons(office, coupons.stream().map(CouponTerms::coupon).toList());
    coupons.forEach(coupon -> record(promotions, office, coupon));
    offers.forEach(offer -> record(promotions, office, offer));
    offers.forEach(offer -> recordSpent(promotions, office, offer));
  }

  private static void record(PromotionService promotions, CallContext office, CouponTerms terms) {
    for (int i = 0; i < terms.used(); i++) {
      promotions.recordUse(
          office,
          terms.coupon().code(),
          i < terms.usedByCustomer() ? Optional.of(BUYER) : Optional.empty(),
          IdempotencyKey.of("use-" + i + " of coupon " + terms.coupon().code()));
    }
  }

  private static void record(PromotionService promotions, CallContext office, Offer offer) {
    for (int i = 0; i < offer.used(); i++) {
      promotions.recordUse(
          office,
          offer.promotion().id(),
          IdempotencyKey.of("use-" + i + " of promotion " + offer.promotion().id()));
    }
  }

  private static void recordSpent(PromotionService promotions, CallContext office, Offer offer) {
    PromotionId id = offer.promotion().id();
    offer
        .spent()
        .filter(Money::isPositive)
        .ifPresent(
            spent ->
                promotions.recordSpent(
                    office, id, spent, IdempotencyKey.of("budget of promotion " + id)));
  }
}
