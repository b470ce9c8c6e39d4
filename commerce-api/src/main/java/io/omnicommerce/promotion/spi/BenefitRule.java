package io.omnicommerce.promotion.spi;

import java.util.Map;

/** A benefit of the host's own. Pure: the same parameters and goods give the same discounts. */
@FunctionalInterface
public interface BenefitRule {

  /**
   * Gives it. It is asked in the middle of pricing: quick, and without asking anybody.
   *
   * <p>What it throws stands in the way of every price that needs it: {@code
   * port.contract_violation}, naming the rule and the promotion, with what was thrown as the cause.
   * A promotion whose rule a process does not know is not given by it.
   */
  void give(Map<String, String> parameters, Discounts discounts);
}
