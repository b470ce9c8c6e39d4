package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.promotion.CouponAttempts;
import io.omnicommerce.core.promotion.Coupons;
import io.omnicommerce.core.promotion.KnownCoupons;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;

/** Whether a code that somebody typed opens something. */
final class CartCoupons {

  private CartCoupons() {}

  /** What becomes of a code: a cart, or why not. */
  record Given(Optional<Cart> cart, Optional<Refusal> refusal) {

    static Given of(Cart cart) {
      return new Given(Optional.of(cart), Optional.empty());
    }

    static Given not(Refusal why) {
      return new Given(Optional.empty(), Optional.of(why));
    }

    Cart orThrow() {
      refusal.ifPresent(
          why -> {
            throw why.asException();
          });
      return cart.orElseThrow();
    }
  }

  /**
   * Gives a cart a code. A wrong one is answered and not thrown, so that it stays written down.
   * Whatever is wrong with a code, the answer is the same.
   */
  static Given give(Session session, Stored<Cart> stored, String code, AttemptLimit limit) {
    Cart cart = stored.value();
    CouponAttempts attempts = CouponAttempts.of(session, limit, cart.id().value());
    Optional<Refusal> blocked = attempts.refusal();
    if (blocked.isPresent()) {
      return Given.not(blocked.get());
    }
    Optional<CouponCode> found = parsed(code).flatMap(parsed -> find(session, cart, parsed));
    if (found.isEmpty()) {
      attempts.wrong(parsed(code).map(CouponCode::key).orElse(code));
      return Given.not(invalid(code));
    }
    Cart changed = CartRules.coupon(cart, found.get(), session.context(), session.now());
    return Given.of(CartDocuments.saved(session, stored, changed, "coupon_given"));
  }

  private static Optional<CouponCode> find(Session session, Cart cart, CouponCode code) {
    Coupons coupons =
        Coupons.of(
            session,
            List.of(code.value()),
            ChannelDocuments.settings(session).conventions().get(Convention.COUPON_CASE_SENSITIVE),
            CartPricing.redeemer(cart),
            session.now());
    return coupons.valid(code).map(known -> known.named(code));
  }

  /** The code by which a coupon was kept, if there is one. */
  static CouponCode kept(Session session, String code) {
    CouponCode parsed = parsed(code).orElseThrow(() -> invalid(code).asException());
    return KnownCoupons.find(session, parsed).map(known -> known.named(parsed)).orElse(parsed);
  }

  private static Optional<CouponCode> parsed(String code) {
    try {
      return Optional.of(CouponCode.of(code));
    } catch (InvalidInputException noCode) {
      return Optional.empty();
    }
  }

  private static Refusal invalid(String code) {
    return Refusal.of(
        PromotionService.COUPON_INVALID,
        "This coupon does not count here. Look at its code, or try another.",
        Facts.of("coupon", code));
  }
}
