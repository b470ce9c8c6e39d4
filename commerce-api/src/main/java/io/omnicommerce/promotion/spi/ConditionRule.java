package io.omnicommerce.promotion.spi;

import java.util.Map;

/** A condition of the host's own. Pure: the same parameters and facts give the same answer. */
@FunctionalInterface
public interface ConditionRule {

  /** Whether it holds. It is asked in the middle of pricing: quick, and without asking anybody. */
  boolean holds(Map<String, String> parameters, PromotionFacts facts);
}
