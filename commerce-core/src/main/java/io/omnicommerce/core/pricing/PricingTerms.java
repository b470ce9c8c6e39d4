package io.omnicommerce.core.pricing;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.core.tax.Taxation;
import io.omnicommerce.money.Rounding;
import java.time.Instant;

/** What makes amounts of unit prices: the same for a cart of now and for one that is replayed. */
record PricingTerms(
    Conventions conventions, Taxation taxes, PromotionFacts promotions, Instant at) {

  Rounding rounding() {
    return conventions.rounding();
  }
}
