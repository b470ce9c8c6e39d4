package io.omnicommerce.laws;

import io.omnicommerce.promotion.spi.ConditionRule;
import io.omnicommerce.promotion.spi.PromotionFacts;
import java.util.Map;

/** A condition of the host's, asked twice: an answer that differs is no answer. */
record Watched(String name, ConditionRule rule) implements ConditionRule {

  @Override
  public boolean holds(Map<String, String> parameters, PromotionFacts facts) {
    boolean first = answer(parameters, facts);
    if (answer(parameters, facts) != first) {
      throw new AssertionError(
          "The condition " + name + " is not pure: it said " + first + " and then " + !first);
    }
    return first;
  }

  private boolean answer(Map<String, String> parameters, PromotionFacts facts) {
    try {
      return rule.holds(parameters, facts);
    } catch (RuntimeException thrown) {
      throw new AssertionError("The condition " + name + " threw " + thrown, thrown);
    }
  }
}
