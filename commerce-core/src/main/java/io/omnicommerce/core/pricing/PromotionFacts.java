package io.omnicommerce.core.pricing;

import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.Coupons;
import io.omnicommerce.core.promotion.RuleBook;

/** The promotions that can be given, and to whom. */
record PromotionFacts(RuleBook catalog, RuleBook cart, Basket.Buyer buyer, Coupons coupons) {}
