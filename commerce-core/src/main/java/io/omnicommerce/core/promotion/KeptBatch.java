package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.CouponBatch;

/**
 * A batch of coupons as it is kept.
 *
 * @param secret from which its codes follow; nobody outside is told
 */
public record KeptBatch(CouponBatch batch, String secret) {

  KeptBatch withBatch(CouponBatch with) {
    return new KeptBatch(with, secret);
  }

  @Override
  public String toString() {
    return "KeptBatch[" + batch + ", ***]";
  }
}
