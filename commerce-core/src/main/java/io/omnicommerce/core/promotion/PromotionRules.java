package io.omnicommerce.core.promotion;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a promotion can be right. */
final class PromotionRules {

  private static final Set<Class<?>> CATALOG_CONDITIONS =
      Set.of(
          Condition.ChannelIn.class,
          Condition.LocationIn.class,
          Condition.CustomerIn.class,
          Condition.During.class);

  private static final Set<Class<?>> CATALOG_BENEFITS =
      Set.of(Benefit.ItemPercent.class, Benefit.ItemFixed.class, Benefit.ItemPrice.class);

  private final Promotion promotion;
  private final HostRules host;
  private final List<Fault> faults = new ArrayList<>();
  private int conditions;

  /** What cannot be right, and where, such as {@code conditions[0].condition}. */
  record Fault(String path, String problem) {}

  private PromotionRules(Promotion promotion, HostRules host) {
    this.promotion = promotion;
    this.host = host;
  }

  /**
   * @throws InvalidInputException {@code promotion.invalid} with the path of the first fault
   */
  static void check(Promotion promotion, HostRules host) {
    faults(promotion, host).stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new InvalidInputException(
                  Promotion.INVALID,
                  promotion.id() + ": " + fault.path(),
                  "this part",
                  fault.problem());
            });
  }

  /** Everything that cannot be right, in the order in which it stands. */
  static List<Fault> faults(Promotion promotion, HostRules host) {
    PromotionRules rules = new PromotionRules(promotion, host);
    rules.checkBudget();
    rules.check(promotion.conditions(), "conditions", 1);
    for (int i = 0; i < promotion.benefits().size(); i++) {
      rules.check(promotion.benefits().get(i), "benefits[" + i + ']');
    }
    return rules.faults;
  }

  /** What a gift costs is not known before it is priced, and a shelf price is given to nobody. */
  private void checkBudget() {
    if (promotion.budget().isEmpty()) {
      return;
    }
    if (promotion.stage() == Promotion.Stage.CATALOG) {
      fault("budget", "is of no use to a catalog promotion, which nobody orders");
    }
    for (int i = 0; i < promotion.benefits().size(); i++) {
      if (promotion.benefits().get(i) instanceof Benefit.Gift) {
        fault("benefits[" + i + ']', "is a gift, which no budget in money counts");
      }
    }
  }

  private void check(List<Condition> list, String path, int depth) {
    for (int i = 0; i < list.size(); i++) {
      check(list.get(i), path + '[' + i + ']', depth);
    }
  }

  /** What is too many or too deep is not looked into. */
  private void check(Condition condition, String path, int depth) {
    if (++conditions > Promotion.CONDITIONS_MAX) {
      if (conditions == Promotion.CONDITIONS_MAX + 1) {
        fault(path, "is one of more than conditionsMax = " + Promotion.CONDITIONS_MAX);
      }
      return;
    }
    if (depth > Promotion.DEPTH_MAX) {
      fault(path, "stands deeper than depthMax = " + Promotion.DEPTH_MAX);
      return;
    }
    checkAlone(condition, path);
    if (condition instanceof Condition.All all) {
      check(all.conditions(), path + ".conditions", depth + 1);
    } else if (condition instanceof Condition.Any any) {
      check(any.conditions(), path + ".conditions", depth + 1);
    } else if (condition instanceof Condition.Not not) {
      check(not.condition(), path + ".condition", depth + 1);
    }
  }

  private void checkAlone(Condition condition, String path) {
    if (promotion.stage() == Promotion.Stage.CATALOG
        && !CATALOG_CONDITIONS.contains(condition.getClass())) {
      fault(path, "looks at carts, which a catalog promotion may not");
    }
    if (condition instanceof Condition.HostCondition own
        && !host.conditions().containsKey(own.type())) {
      fault(path, "asks the condition " + own.type() + ", which nobody introduced");
    }
  }

  private void check(Benefit benefit, String path) {
    if (promotion.stage() == Promotion.Stage.CATALOG
        && !CATALOG_BENEFITS.contains(benefit.getClass())) {
      fault(path, "is not on items, as those of a catalog promotion are");
    }
    if (benefit instanceof Benefit.HostBenefit own && !host.benefits().containsKey(own.type())) {
      fault(path, "gives the benefit " + own.type() + ", which nobody introduced");
    }
  }

  private void fault(String path, String problem) {
    faults.add(new Fault(path, problem));
  }
}
