package io.omnicommerce.examples.scenarios.promotions;

import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Promotion;
import java.util.Optional;

/**
 * A promotion of a case.
 *
 * @param used how often it was used before
 * @param spent what its budget has given before
 * @param coupon what opens it, if it is not given to everybody
 */
public record Offer(
    Promotion promotion, int used, Optional<Money> spent, Optional<CouponTerms> coupon) {}
