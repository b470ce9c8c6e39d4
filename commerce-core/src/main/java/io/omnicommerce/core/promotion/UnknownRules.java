package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ConditionFinding;
import io.omnicommerce.promotion.Promotion;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the host's own that a promotion names and that nobody has introduced here: another
 * process has saved it. Whatever stands around them, nobody here can tell whether it is to be
 * given.
 */
final class UnknownRules {

  private static final String NOBODY = "no such rule here";

  private final HostRules host;
  private final List<ConditionFinding> found = new ArrayList<>();

  private UnknownRules(HostRules host) {
    this.host = host;
  }

  static List<ConditionFinding> of(Promotion promotion, HostRules host) {
    UnknownRules rules = new UnknownRules(host);
    rules.look(promotion.conditions(), "conditions");
    for (int i = 0; i < promotion.benefits().size(); i++) {
      rules.look(promotion.benefits().get(i), "benefits[" + i + ']');
    }
    return rules.found;
  }

  private void look(List<Condition> conditions, String path) {
    for (int i = 0; i < conditions.size(); i++) {
      look(conditions.get(i), path + '[' + i + ']');
    }
  }

  private void look(Condition condition, String path) {
    if (condition instanceof Condition.All all) {
      look(all.conditions(), path + ".conditions");
    } else if (condition instanceof Condition.Any any) {
      look(any.conditions(), path + ".conditions");
    } else if (condition instanceof Condition.Not not) {
      look(not.condition(), path + ".condition");
    } else if (condition instanceof Condition.HostCondition own
        && !host.conditions().containsKey(own.type())) {
      add(path, condition, "the condition " + own.type());
    }
  }

  private void look(Benefit benefit, String path) {
    if (benefit instanceof Benefit.HostBenefit own && !host.benefits().containsKey(own.type())) {
      add(path, benefit, "the benefit " + own.type());
    }
  }

  private void add(String path, Object part, String rule) {
    found.add(new ConditionFinding(path, part.getClass().getSimpleName(), rule, NOBODY));
  }
}
