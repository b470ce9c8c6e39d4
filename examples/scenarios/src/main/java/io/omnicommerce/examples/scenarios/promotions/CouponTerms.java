package io.omnicommerce.examples.scenarios.promotions;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.PromotionId;
import java.util.Optional;

/**
 * A coupon of a case.
 *
 * @param used how often it was used before
 * @param usedByCustomer how often by the customer of the case
 */
public record CouponTerms(Coupon coupon, int used, int usedByCustomer) {

  static Optional<CouponTerms> find(Fields promotion, PromotionId id) {
    return promotion.findObject("coupon").map(fields -> read(fields, id));
  }

  private static CouponTerms read(Fields fields, PromotionId promotion) {
    int byCustomer = fields.findWhole("used_by_customer").orElse(0);
    int used = Math.max(byCustomer, fields.findWhole("used").orElse(0));
    CouponTerms terms = new CouponTerms(coupon(fields, promotion), used, byCustomer);
    fields.allRead();
    return terms;
  }

  private static Coupon coupon(Fields fields, PromotionId promotion) {
    Coupon open =
        Coupon.of(code(fields.text("code")), promotion)
            .withWindow(Terms.window(fields, "starts_at", "ends_at"));
    Coupon limited = fields.findWhole("usage_limit").map(open::withUses).orElse(open);
    return fields
        .findWhole("usage_limit_per_customer")
        .map(limited::withUsesPerCustomer)
        .orElse(limited);
  }

  private static CouponCode code(String text) {
    try {
      return CouponCode.of(text);
    } catch (InvalidInputException none) {
      throw new UnsupportedException("'" + text + "' cannot be the code of a coupon");
    }
  }
}
