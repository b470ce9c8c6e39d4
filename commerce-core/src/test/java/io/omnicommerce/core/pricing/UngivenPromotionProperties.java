package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.Stacking;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a promotion that gives nothing may not do to the others, under any conventions. */
class UngivenPromotionProperties {

  /**
   * Percentages that add up are rounded together, so one may matter that comes to no cent; a best
   * deal that is too large to be tried out may miss what its gap says.
   */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void l19_nobody_pays_less_without_what_was_not_given(@ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();
    RuleBook book = cart.facts().promotions().cart();
    List<Promotion> all = book.promotions(any -> true);
    Set<String> given = given(priced);
    Set<String> adding = adding(cart, book.lanesOf(all));

    for (Promotion one : all) {
      if (!given.contains(one.id().value()) && !adding.contains(one.lane())) {
        PricedCart without = without(cart, one).price();
        Money most = priced.trace().gap().orElse(Money.zero(Stall.GBP));
        assertThat(without.totals().grand().plus(most))
            .as("without %s", one)
            .isGreaterThanOrEqualTo(priced.totals().grand());
      }
    }
  }

  private static Set<String> given(PricedCart priced) {
    return Stream.concat(
            priced.lines().stream().flatMap(line -> line.adjustments().stream()),
            priced.charges().stream().flatMap(charge -> charge.adjustments().stream()))
        .map(PriceAdjustment::source)
        .collect(Collectors.toSet());
  }

  private static Set<String> adding(PricingCase cart, List<Lane> lanes) {
    Stacking usual = cart.facts().settings().conventions().get(Convention.STACKING);
    return lanes.stream()
        .filter(lane -> lane.stacking().orElse(usual) == Stacking.ADDITIVE)
        .map(Lane::name)
        .collect(Collectors.toSet());
  }

  private static PricingCase without(PricingCase cart, Promotion removed) {
    PricingFacts facts = cart.facts();
    PromotionFacts promotions = facts.promotions();
    RuleBook book = promotions.cart();
    List<Promotion> all = book.promotions(any -> true);
    RuleBook rest =
        RuleBook.of(
            book.promotions(one -> !one.equals(removed)),
            book.lanesOf(all),
            Promotion.Stage.CART,
            HostRules.NONE,
            facts.settings().conventions());
    return new PricingCase(
        new PricingFacts(
            facts.settings(),
            facts.entries(),
            facts.prices(),
            facts.taxes(),
            facts.deliveries(),
            new PromotionFacts(
                promotions.catalog(),
                rest,
                promotions.buyer(),
                promotions.coupons(),
                promotions.usedUp(),
                promotions.host()),
            facts.at()),
        cart.request());
  }

  @Provide
  Arbitrary<PricingCase> carts() {
    return PromotedCarts.any();
  }
}
