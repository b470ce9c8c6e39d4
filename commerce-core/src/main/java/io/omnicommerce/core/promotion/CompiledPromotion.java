package io.omnicommerce.core.promotion;

import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.ConditionFinding;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.util.Currency;
import java.util.List;

/** A promotion made ready to run. It is itself only: two are never compared by their parts. */
final class CompiledPromotion {

  /** Nobody's turn yet. */
  static final CompiledPromotion NONE =
      new CompiledPromotion(
          Promotion.of(
              PromotionId.of("none"),
              "None",
              new Benefit.OrderFixed(
                  Amount.of(Money.zero(Currency.getInstance("EUR"))), ItemFilter.ALL)),
          List.of(),
          List.of(),
          Needs.NOTHING,
          List.of());

  private final Promotion promotion;
  private final List<Check> checks;
  private final List<Giving> givings;
  private final Needs needs;
  private final boolean mayBeExhausted;
  private final List<ConditionFinding> unknown;

  private CompiledPromotion(
      Promotion promotion,
      List<Check> checks,
      List<Giving> givings,
      Needs needs,
      List<ConditionFinding> unknown) {
    this.promotion = promotion;
    this.checks = checks;
    this.givings = givings;
    this.needs = needs;
    mayBeExhausted = promotion.isLimited() || OrderNumbers.count(promotion);
    this.unknown = List.copyOf(unknown);
  }

  static CompiledPromotion of(Promotion promotion, HostRules host) {
    OwnRules rules = new OwnRules(host, promotion.id());
    return new CompiledPromotion(
        promotion,
        promotion.conditions().stream().map(condition -> Checks.of(condition, rules)).toList(),
        promotion.benefits().stream().map(benefit -> Givings.of(benefit, rules)).toList(),
        Needs.of(promotion),
        UnknownRules.of(promotion, host));
  }

  Promotion promotion() {
    return promotion;
  }

  /** What asks each of its conditions, in their order. */
  List<Check> checks() {
    return checks;
  }

  List<Giving> givings() {
    return givings;
  }

  /** Without which it cannot hold, to find it by. */
  Needs needs() {
    return needs;
  }

  /** The rules of the host that it names and nobody knows; with one it is never given. */
  List<ConditionFinding> unknown() {
    return unknown;
  }

  PromotionId id() {
    return promotion.id();
  }

  boolean holds(Deal deal) {
    if (!unknown.isEmpty()) {
      return false;
    }
    if (promotion.onCoupon() && !deal.basket.buyer.unlocked().contains(promotion.id())) {
      return false;
    }
    if (mayBeExhausted && deal.basket.buyer.exhausted().contains(promotion.id())) {
      return false;
    }
    for (Check check : checks) {
      if (!check.holds(deal)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it has a budget that it may not take a part of its discount from. */
  boolean isGivenAsAWhole() {
    return promotion.budget().isPresent()
        && promotion.budget().get().last() == Budget.Last.WHOLE_ONLY;
  }

  /** How many gifts it gives, each of which counts as one where savings are compared. */
  long gifts() {
    return promotion.benefits().stream().filter(Benefit.Gift.class::isInstance).count();
  }

  boolean lineByLine() {
    if (promotion.amountMax().isPresent() || promotion.budget().isPresent()) {
      return false;
    }
    for (Giving giving : givings) {
      if (!giving.lineByLine()) {
        return false;
      }
    }
    return true;
  }
}
