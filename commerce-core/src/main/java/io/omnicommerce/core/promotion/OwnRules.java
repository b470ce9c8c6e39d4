package io.omnicommerce.core.promotion;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.core.common.HostCode;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.spi.BenefitRule;
import io.omnicommerce.promotion.spi.ConditionRule;
import org.jspecify.annotations.Nullable;

/** The rules of the host as one promotion asks them: what they do wrong is told with both names. */
record OwnRules(HostRules host, PromotionId promotion) {

  Check check(Condition.HostCondition condition) {
    @Nullable ConditionRule rule = host.conditions().get(condition.type());
    // What nobody here knows is never asked: its promotion is not given.
    return rule == null ? deal -> false : deal -> holds(rule, condition, deal);
  }

  private boolean holds(ConditionRule rule, Condition.HostCondition condition, Deal deal) {
    return HostCode.ask(
        () -> rule.holds(condition.parameters(), deal.facts()),
        thrown -> {
          throw broken("ConditionRule", condition.type(), thrown);
        });
  }

  Giving giving(Benefit.HostBenefit benefit) {
    @Nullable BenefitRule rule = host.benefits().get(benefit.type());
    return rule == null ? deal -> {} : deal -> give(rule, benefit, deal);
  }

  private void give(BenefitRule rule, Benefit.HostBenefit benefit, Deal deal) {
    HostCode.run(
        () ->
            rule.give(
                benefit.parameters(),
                new HostDiscounts(deal, what -> violation("BenefitRule", benefit.type(), what))),
        thrown -> {
          throw broken("BenefitRule", benefit.type(), thrown);
        });
  }

  private PortContractException broken(String port, String rule, Throwable thrown) {
    if (thrown instanceof AssertionError test) {
      // Who tests a rule says by it what is wrong.
      throw test;
    }
    if (thrown instanceof PortContractException known) {
      return known;
    }
    PortContractException broken = violation(port, rule, "threw " + thrown.getClass().getName());
    broken.initCause(thrown);
    return broken;
  }

  private PortContractException violation(String port, String rule, String what) {
    return new PortContractException(
        port,
        rule + ", named by the promotion " + promotion + ", " + what,
        Facts.of("rule", rule, "promotion", promotion));
  }
}
