package io.omnicommerce.promotion.spi;

import java.util.Map;

/** A benefit of the host's own. Pure: the same parameters and goods give the same discounts. */
@FunctionalInterface
public interface BenefitRule {

  /** Gives it. It is asked in the middle of pricing: quick, and without asking anybody. */
  void give(Map<String, String> parameters, Discounts discounts);
}
