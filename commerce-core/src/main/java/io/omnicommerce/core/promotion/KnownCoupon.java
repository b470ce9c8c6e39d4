package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A coupon that there is.
 *
 * @param batch the batch whose limits count for it
 */
public record KnownCoupon(Coupon coupon, Optional<CouponBatch> batch) {

  static KnownCoupon of(Coupon coupon) {
    return new KnownCoupon(coupon, Optional.empty());
  }

  static KnownCoupon of(CouponBatch batch, CouponCode code) {
    return new KnownCoupon(
        new Coupon(
            code,
            batch.promotion(),
            batch.window(),
            batch.enabled(),
            batch.usesMax(),
            OptionalLong.empty(),
            batch.restoredOnCancel()),
        Optional.of(batch));
  }

  /** The code by which it is kept with a cart: that of a batch is written in one way. */
  public CouponCode named(CouponCode typed) {
    return batch.isPresent() ? coupon.code() : typed;
  }

  /** Whether the case of what was typed is that of the code; a batch knows capitals only. */
  boolean isWritten(CouponCode typed) {
    return batch.isPresent() || coupon.code().equals(typed);
  }
}
