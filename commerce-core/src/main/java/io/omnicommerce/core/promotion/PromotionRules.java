package io.omnicommerce.core.promotion;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Promotion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
    refuse(promotion, faults(promotion, host));
  }

  static void refuse(Promotion promotion, List<Fault> faults) {
    faults.stream()
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
    rules.checkShelf();
    rules.checkBudget();
    rules.checkMost();
    rules.check(promotion.conditions(), "conditions", 1);
    for (int i = 0; i < promotion.benefits().size(); i++) {
      rules.check(promotion.benefits().get(i), "benefits[" + i + ']');
    }
    return rules.faults;
  }

  /** A shelf price is given to nobody: it has no cart, no order and no coupon. */
  private void checkShelf() {
    if (!isOnShelves()) {
      return;
    }
    noShelfKeeps(promotion.onCoupon(), "onCoupon", "shows its prices to everybody");
    noShelfKeeps(promotion.amountMax().isPresent(), "amountMax", "knows no cart");
    noShelfKeeps(promotion.usesMax().isPresent(), "usesMax", "is used by no order");
    noShelfKeeps(promotion.budget().isPresent(), "budget", "is used by no order");
  }

  private boolean isOnShelves() {
    return promotion.stage() == Promotion.Stage.CATALOG;
  }

  private void noShelfKeeps(boolean isAsked, String path, String why) {
    if (isAsked) {
      fault(path, "cannot be kept by a catalog promotion, which " + why);
    }
  }

  /** What a gift costs is not known before it is priced. */
  private void checkBudget() {
    if (promotion.budget().isPresent()) {
      noGifts("which no budget in money counts");
    }
  }

  private void checkMost() {
    if (promotion.amountMax().isPresent()) {
      noGifts("which amountMax does not count");
    }
  }

  private void noGifts(String why) {
    for (int i = 0; i < promotion.benefits().size(); i++) {
      if (promotion.benefits().get(i) instanceof Benefit.Gift) {
        fault("benefits[" + i + ']', "is a gift, " + why);
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
    Choices.empty(condition).ifPresent(part -> fault(path + '.' + part, "must name one at least"));
    if (condition instanceof Condition.All all) {
      check(all.conditions(), path + ".conditions", depth + 1);
    } else if (condition instanceof Condition.Any any) {
      check(any.conditions(), path + ".conditions", depth + 1);
    } else if (condition instanceof Condition.Not not) {
      check(not.condition(), path + ".condition", depth + 1);
    }
  }

  private void checkAlone(Condition condition, String path) {
    if (isOnShelves() && !CATALOG_CONDITIONS.contains(condition.getClass())) {
      fault(path, "looks at carts, which a catalog promotion may not");
    }
    if (condition instanceof Condition.HostCondition own
        && !host.conditions().containsKey(own.type())) {
      fault(path, "asks the condition " + own.type() + ", which nobody introduced");
    }
  }

  private void check(Benefit benefit, String path) {
    if (isOnShelves() && !CATALOG_BENEFITS.contains(benefit.getClass())) {
      fault(path, "is not on items, as those of a catalog promotion are");
    }
    noShelfKeeps(
        isOnShelves() && Choices.countsUnits(benefit), path + ".unitsPerLine", "knows no lines");
    Choices.thresholds(benefit).ifPresent(from -> checkTiers(from, path + ".tiers"));
    if (benefit instanceof Benefit.HostBenefit own && !host.benefits().containsKey(own.type())) {
      fault(path, "gives the benefit " + own.type() + ", which nobody introduced");
    }
  }

  private void checkTiers(List<BigDecimal> from, String path) {
    if (from.isEmpty()) {
      fault(path, "must name one at least");
    }
    Set<BigDecimal> seen = new TreeSet<>();
    for (int i = 0; i < from.size(); i++) {
      if (!seen.add(from.get(i))) {
        fault(path + '[' + i + "].from", "is that of another tier");
      }
    }
  }

  private void fault(String path, String problem) {
    faults.add(new Fault(path, problem));
  }
}
