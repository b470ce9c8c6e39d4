package io.omnicommerce.pricing;

import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.PromotionId;
import java.util.Objects;
import java.util.Optional;

/**
 * A coupon that was given for a cart.
 *
 * @param code as it was given, in its canonical form; empty if it cannot be the code of any coupon
 * @param promotion what it gave something by; empty if it gave nothing: why is not said, so that
 *     codes cannot be guessed
 */
public record PricedCoupon(Optional<CouponCode> code, Optional<PromotionId> promotion) {

  public PricedCoupon {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(promotion, "promotion");
  }

  /** Whether it is known, valid, and gave something. */
  public boolean isApplied() {
    return promotion.isPresent();
  }
}
