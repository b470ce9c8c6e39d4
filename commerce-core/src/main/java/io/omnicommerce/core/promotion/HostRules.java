package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.spi.BenefitRule;
import io.omnicommerce.promotion.spi.ConditionRule;
import java.util.Map;

/** The conditions and benefits that the host has introduced, by name. */
public record HostRules(Map<String, ConditionRule> conditions, Map<String, BenefitRule> benefits) {

  /** A host without rules of its own. */
  public static final HostRules NONE = new HostRules(Map.of(), Map.of());

  public HostRules {
    conditions = Map.copyOf(conditions);
    benefits = Map.copyOf(benefits);
  }
}
