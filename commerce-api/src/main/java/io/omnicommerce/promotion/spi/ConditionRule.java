package io.omnicommerce.promotion.spi;

import java.util.Map;

/** A condition of the host's own. Pure: the same parameters and facts give the same answer. */
@FunctionalInterface
public interface ConditionRule {

  /**
   * Whether it holds. It is asked in the middle of pricing: quick, and without asking anybody.
   *
   * <p>What it throws stands in the way of every price that needs it: {@code
   * port.contract_violation}, naming the rule and the promotion, with what was thrown as the cause.
   * A promotion whose rule a process does not know is not given by it.
   */
  boolean holds(Map<String, String> parameters, PromotionFacts facts);
}
