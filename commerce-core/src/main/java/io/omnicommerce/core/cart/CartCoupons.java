package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.promotion.Coupons;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Session;
import java.util.List;

/** Whether a code that somebody typed opens something. */
final class CartCoupons {

  private CartCoupons() {}

  /** Whatever is wrong with a code, the answer is the same. */
  static CouponCode require(Session session, Cart cart, String code) {
    CouponCode parsed = parse(code);
    Coupons coupons =
        Coupons.of(
            session,
            List.of(parsed.value()),
            ChannelDocuments.settings(session).conventions().get(Convention.COUPON_CASE_SENSITIVE),
            cart.owner().knownCustomer(),
            session.now());
    if (coupons.valid().isEmpty()) {
      throw invalid(code);
    }
    return parsed;
  }

  static CouponCode parse(String code) {
    try {
      return CouponCode.of(code);
    } catch (InvalidInputException noCode) {
      throw invalid(code);
    }
  }

  private static RefusedException invalid(String code) {
    return Refusal.of(
            PromotionService.COUPON_INVALID,
            "This coupon does not count here. Look at its code, or try another.",
            Facts.of("coupon", code))
        .asException();
  }
}
