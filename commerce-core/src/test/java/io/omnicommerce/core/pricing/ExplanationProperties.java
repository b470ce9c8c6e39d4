package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.RoundingStep;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import io.omnicommerce.storage.Codec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An explanation tells the whole truth, of every cart and set of rules. */
class ExplanationProperties {

  private static final Codec<PricingExplanation> JSON = Json.codec(PricingExplanation.class);

  /** Verdicts that name the promotions that were given instead. */
  private static final Set<Verdict> BEHIND =
      EnumSet.of(Verdict.NOT_ALONE, Verdict.BEHIND_EXCLUSIVE, Verdict.STOPPED, Verdict.BETTER_DEAL);

  /** Verdicts that sometimes say what is missing. */
  private static final Set<Verdict> MAY_FIND = EnumSet.of(Verdict.TOO_LITTLE, Verdict.USED_UP);

  /** L28: and what a promotion is said to take is what it took. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void l28_every_promotion_has_exactly_one_verdict(@ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();

    List<PromotionVerdict> verdicts = verdicts(cart, priced);

    assertThat(verdicts)
        .extracting(PromotionVerdict::promotion)
        .containsExactlyElementsOf(promotions(cart).stream().map(Promotion::id).toList());
    Map<String, Money> taken = taken(priced);
    for (PromotionVerdict one : verdicts) {
      assertThat(one.amount())
          .as("%s", one)
          .isEqualTo(taken.getOrDefault(one.promotion().value(), Money.zero(Stall.GBP)));
      if (one.stage() == Promotion.Stage.CART) {
        assertThat(one.isApplied())
            .as("%s", one)
            .isEqualTo(taken.containsKey(one.promotion().value()));
      }
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void l28_a_reason_names_what_stands_in_the_way(@ForAll("carts") PricingCase cart) {
    List<PromotionVerdict> verdicts = verdicts(cart, cart.price());
    Set<PromotionId> applied =
        verdicts.stream()
            .filter(PromotionVerdict::isApplied)
            .map(PromotionVerdict::promotion)
            .collect(Collectors.toSet());

    for (PromotionVerdict one : verdicts) {
      if (!MAY_FIND.contains(one.verdict())) {
        assertThat(one.findings().isEmpty())
            .as("%s", one)
            .isEqualTo(one.verdict() != Verdict.CONDITION_NOT_MET);
      }
      assertThat(one.others().isEmpty()).as("%s", one).isEqualTo(!BEHIND.contains(one.verdict()));
      if (one.stage() == Promotion.Stage.CART) {
        assertThat(applied).as("%s", one).containsAll(one.others());
      }
    }
  }

  /** Nothing is lost and nothing is made up when an amount is spread. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void l14_what_shares_have_too_much_others_have_too_little(@ForAll("carts") PricingCase cart) {
    List<RoundingStep> steps = explaining(cart).roundings(cart.price(), TaxTerms.NONE);

    Map<String, BigDecimal> off = new HashMap<>();
    steps.stream()
        .filter(step -> step.kind() == RoundingStep.Kind.SHARE)
        .forEach(step -> off.merge(step.source(), off(step), BigDecimal::add));
    assertThat(off.values())
        .allSatisfy(sum -> assertThat(sum.abs()).isLessThan(new BigDecimal("0.00000001")));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void l5_what_is_said_to_be_rounded_was_uneven_by_less_than_a_cent(
      @ForAll("carts") PricingCase cart) {
    List<RoundingStep> steps = explaining(cart).roundings(cart.price(), TaxTerms.NONE);

    assertThat(steps)
        .filteredOn(
            step ->
                step.kind() == RoundingStep.Kind.LINE_AMOUNT
                    || step.kind() == RoundingStep.Kind.PERCENTAGE)
        .allSatisfy(
            step -> assertThat(off(step).abs()).isPositive().isLessThan(new BigDecimal("0.01")));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void an_explanation_of_frozen_inputs_says_the_same_and_is_the_same_from_its_json(
      @ForAll("carts") PricingCase cart) {
    PricingResult result = PricingRules.tryPrice(cart.facts(), cart.request(), Map.of());
    Pricing pricing = new Pricing(new RuleBooks(HostRules.NONE), PastOrders.NONE);

    PricingExplanation explanation = pricing.explain(result.inputs().get());

    String json = JSON.encode(explanation);
    assertThat(explanation.priced()).isEqualTo(result.priced().orElseThrow());
    assertThat(JSON.decode(json)).isEqualTo(explanation);
    assertThat(JSON.encode(JSON.decode(json))).isEqualTo(json);
    assertThat(explanation.promotions().stream().filter(PromotionVerdict::isApplied))
        .containsExactlyElementsOf(
            verdicts(cart, result.priced().orElseThrow()).stream()
                .filter(one -> one.stage() == Promotion.Stage.CART)
                .filter(PromotionVerdict::isApplied)
                .toList());
  }

  @Provide
  Arbitrary<PricingCase> carts() {
    return PromotedCarts.any();
  }

  private static BigDecimal off(RoundingStep step) {
    return step.rounded().toBigDecimal().subtract(step.exact());
  }

  private static List<PromotionVerdict> verdicts(PricingCase cart, PricedCart priced) {
    ListedPrices prices = ListedPrices.of(cart.facts(), cart.request(), Map.of());
    Explaining explaining = explaining(cart);
    return explaining.verdicts(priced, prices.shelves(), List.of());
  }

  private static Explaining explaining(PricingCase cart) {
    ListedPrices prices = ListedPrices.of(cart.facts(), cart.request(), Map.of());
    PricingTerms terms = cart.facts().terms();
    return new Explaining(terms, prices, Goods.of(terms, cart.request().charges(), prices));
  }

  private static List<Promotion> promotions(PricingCase cart) {
    List<Promotion> all =
        new ArrayList<>(cart.facts().promotions().catalog().promotions(any -> true));
    all.addAll(cart.facts().promotions().cart().promotions(any -> true));
    return all;
  }

  private static Map<String, Money> taken(PricedCart priced) {
    Map<String, Money> taken = new HashMap<>();
    Stream.concat(
            priced.lines().stream().flatMap(line -> line.adjustments().stream()),
            priced.charges().stream().flatMap(charge -> charge.adjustments().stream()))
        .forEach(one -> taken.merge(one.source(), one.amount().negated(), Money::plus));
    return taken;
  }
}
