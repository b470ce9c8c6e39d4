package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.promotion.Coupons;
import io.omnicommerce.core.promotion.KnownCoupons;
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
    return coupons.valid(parsed).map(known -> known.named(parsed)).orElseThrow(() -> invalid(code));
  }

  /** The code by which a coupon was kept, if there is one. */
  static CouponCode kept(Session session, String code) {
    CouponCode parsed = parse(code);
    return KnownCoupons.find(session, parsed).map(known -> known.named(parsed)).orElse(parsed);
  }

  private static CouponCode parse(String code) {
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
