package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.pricing.PricedCoupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.PromotionService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What can be expected of coupons. */
final class CouponAnswers {

  private CouponAnswers() {}

  /** Whether the latest coupon is known, valid, and has given something. */
  static Answer accepted(CartResult cart) {
    Optional<CouponCode> asked = cart.coupon().flatMap(CouponAnswers::code);
    return Answer.of(
        cart.priced().coupons().stream()
            .filter(PricedCoupon::isApplied)
            .anyMatch(one -> one.code().isPresent() && one.code().equals(asked)));
  }

  static Answer couponUsage(CartResult cart) {
    Map<String, Answer> uses = new LinkedHashMap<>();
    cart.given().offers().stream()
        .flatMap(offer -> offer.coupon().stream())
        .map(terms -> terms.coupon().code())
        .forEach(code -> uses.put(code.value(), Answer.of(service(cart).uses(office(cart), code))));
    return Answer.counts(uses);
  }

  static Answer promotionUsage(CartResult cart) {
    Map<String, Answer> uses = new LinkedHashMap<>();
    cart.given().offers().stream()
        .map(offer -> offer.promotion().id())
        .forEach(id -> uses.put(id.value(), Answer.of(service(cart).uses(office(cart), id))));
    return Answer.counts(uses);
  }

  /** What the budgets of promotions have given, other orders' part included. */
  static Answer promotionSpent(CartResult cart) {
    Map<String, Answer> spent = new LinkedHashMap<>();
    cart.given().offers().stream()
        .map(offer -> offer.promotion().id())
        .forEach(
            id ->
                spent.put(
                    id.value(),
                    Answer.of(
                        service(cart).spent(office(cart), id, cart.totals().grand().currency()))));
    return Answer.counts(spent);
  }

  private static Optional<CouponCode> code(String given) {
    try {
      return Optional.of(CouponCode.of(given));
    } catch (InvalidInputException none) {
      return Optional.empty();
    }
  }

  private static PromotionService service(CartResult cart) {
    return cart.shop().scene().commerce().promotions();
  }

  private static CallContext office(CartResult cart) {
    return cart.shop().scene().in(cart.given().channels().start());
  }
}
