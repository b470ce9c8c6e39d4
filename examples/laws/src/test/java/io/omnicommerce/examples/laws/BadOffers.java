package io.omnicommerce.examples.laws;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.laws.PricingLaws;
import io.omnicommerce.laws.RuleSet;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Rules that are wrong, each in one way. */
final class BadOffers {

  private static final Money TENNER = Money.of("10.00", CornerShop.GBP);

  private BadOffers() {}

  /** Each offer is fine for itself, but nobody has put them into a lane of best deals. */
  static class StackedByAccident extends PricingLaws {

    @Override
    protected RuleSet rules() {
      return Rules.shelf().promotions(Offers.summer(), Offers.trade()).build();
    }

    @Override
    protected Map<Sku, UnitPrice> costs() {
      return CornerShop.costs();
    }
  }

  /** Somebody allows a third off at the very most, and two promotions take more. */
  static class MoreThanAThird extends StackedByAccident {

    @Override
    protected Map<Sku, UnitPrice> costs() {
      return Map.of();
    }

    @Override
    protected BigDecimal percentMax() {
      return BigDecimal.valueOf(33);
    }
  }

  /** Every second caller is lucky. */
  static class ImpureCondition extends PricingLaws {

    private final AtomicLong asked = new AtomicLong();

    @Override
    protected RuleSet rules() {
      return Rules.shelf()
          .promotions(when("lucky"))
          .condition("lucky", (parameters, facts) -> asked.incrementAndGet() % 2 == 0)
          .build();
    }
  }

  /** Forgets that a parameter may be missing. */
  static class ThrowingCondition extends PricingLaws {

    @Override
    protected RuleSet rules() {
      return Rules.shelf()
          .promotions(when("member"))
          .condition("member", (told, facts) -> facts.groups().contains(told.get("group").trim()))
          .build();
    }
  }

  /** Gives a little more each time. */
  static class ImpureBenefit extends PricingLaws {

    private final AtomicLong given = new AtomicLong();

    @Override
    protected RuleSet rules() {
      return Rules.shelf()
          .promotions(giving("more_and_more"))
          .benefit(
              "more_and_more",
              (told, goods) ->
                  goods.take(0, Money.ofMinor(given.incrementAndGet() % 100, CornerShop.GBP)))
          .build();
    }
  }

  /** Takes ten pounds off a pot of tea that costs four. */
  static class TakesTooMuch extends PricingLaws {

    @Override
    protected RuleSet rules() {
      return Rules.shelf()
          .promotions(giving("tenner"))
          .benefit("tenner", (told, goods) -> goods.take(0, TENNER))
          .build();
    }
  }

  private static Promotion when(String rule) {
    return Offers.summer().toBuilder().when(new Condition.HostCondition(rule, Map.of())).build();
  }

  private static Promotion giving(String rule) {
    Benefit own = new Benefit.HostBenefit(rule, Map.of());
    return Promotion.of(PromotionId.of("own"), "Our own", own);
  }
}
