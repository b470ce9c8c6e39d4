package io.omnicommerce.core.pricing;

import static io.omnicommerce.core.pricing.Stall.GBP;
import static io.omnicommerce.core.pricing.Stall.line;
import static io.omnicommerce.core.pricing.Stall.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.money.Money;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.promotion.PromotionVerdict;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import io.omnicommerce.promotion.spi.BenefitRule;
import io.omnicommerce.promotion.spi.ConditionRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Rules of the host's own, in processes that know them and in others. A mug is 10.00. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostRulesServiceTest {

  private static final CustomerId ADA = CustomerId.of("ada");
  private static final Condition OWN = new Condition.HostCondition("own", Map.of());
  private static final PricingRequest A_MUG =
      PricingRequest.of(GBP, List.of(line("1", "MUG", "1")));

  private final Stall stall = new Stall().sells("MUG", "10.00");
  private final CallContext ada =
      stall
          .owner
          .withActor(Actor.customer(ADA).withPermissions(Set.of(PriceService.VIEW)))
          .withAttribute("weather", "rain");

  @Test
  void a_process_that_does_not_know_a_rule_gives_nothing_that_names_it() {
    HostRules rules = condition((parameters, facts) -> true);
    save(
        rules,
        when("rain", OWN),
        when("dry", new Condition.Not(OWN)),
        when("always", new Condition.Any(List.of(new Condition.NthOrder(1), OWN))),
        when("plain", new Condition.NthOrder(1)));

    assertThat(price(rules).totals().adjustments()).isEqualTo(money("-3.00"));
    PricingExplanation elsewhere = engine(HostRules.NONE).explanation(stall.owner, A_MUG);
    assertThat(elsewhere.priced().totals().adjustments()).isEqualTo(money("-1.00"));
    assertThat(elsewhere.promotions())
        .filteredOn(one -> one.verdict() == Verdict.RULE_UNKNOWN)
        .extracting(PromotionVerdict::promotion)
        .extracting(PromotionId::value)
        .containsExactlyInAnyOrder("rain", "dry", "always");
    assertThat(engine(HostRules.NONE).replay(elsewhere.inputs())).isEqualTo(elsewhere.priced());
  }

  @Test
  void what_a_process_cannot_compute_again_it_refuses() {
    HostRules rules = benefit((parameters, goods) -> goods.take(0, money("2.00")));
    save(rules, Promotion.of(PromotionId.of("p"), "P", new Benefit.HostBenefit("own", Map.of())));
    PricingExplanation given = engine(rules).explanation(stall.owner, A_MUG);
    assertThat(given.priced().totals().grand()).isEqualTo(money("8.00"));
    assertThat(engine(rules).replay(given.inputs())).isEqualTo(given.priced());
    CorePricingService elsewhere = engine(HostRules.NONE);

    assertThatThrownBy(() -> elsewhere.replay(given.inputs()))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(PromotionService.UNKNOWN_RULE);
              assertThat(refused.facts().get("rule")).contains("the benefit own");
              assertThat(refused.facts().get("promotion")).contains("p");
            });
    assertThatThrownBy(() -> elsewhere.explanation(given.inputs()))
        .hasFieldOrPropertyWithValue("code", PromotionService.UNKNOWN_RULE);
  }

  @Test
  void what_a_rule_throws_names_it_and_its_promotion() {
    IllegalStateException gone = new IllegalStateException("the weather service is gone");
    HostRules asking =
        condition(
            (parameters, facts) -> {
              throw gone;
            });
    save(asking, when("p", OWN));

    assertThatThrownBy(() -> price(asking))
        .isInstanceOfSatisfying(
            PortContractException.class,
            broken -> {
              assertThat(broken.port()).isEqualTo("ConditionRule");
              assertThat(broken.facts().values())
                  .isEqualTo(Map.of("port", "ConditionRule", "rule", "own", "promotion", "p"));
            })
        .hasCause(gone)
        .hasMessageContaining("own, named by the promotion p, threw");
  }

  @Test
  void what_a_benefit_does_that_it_may_not_names_it_and_its_promotion() {
    for (BenefitRule wrong :
        List.<BenefitRule>of(
            (parameters, goods) -> goods.take(0, money("-1.00")),
            (parameters, goods) -> goods.spread(Money.of("1.00", Stall.EUR), ItemFilter.ALL),
            (parameters, goods) -> goods.take(9, money("1.00")))) {
      HostRules rules = benefit(wrong);
      save(rules, Promotion.of(PromotionId.of("p"), "P", new Benefit.HostBenefit("own", Map.of())));

      assertThatThrownBy(() -> price(rules))
          .isInstanceOf(PortContractException.class)
          .hasMessageContaining("BenefitRule own, named by the promotion p, t");
    }
  }

  @Test
  void a_rule_sees_who_buys_and_what_is_known_of_the_call_and_both_are_frozen() {
    HostRules rules =
        condition(
            (parameters, facts) ->
                facts.customer().filter(ADA::equals).isPresent()
                    && "rain".equals(facts.attributes().get("weather")));
    save(rules, when("p", OWN));

    PricingExplanation adas = engine(rules).explanation(ada, A_MUG);

    assertThat(adas.priced().totals().grand()).isEqualTo(money("9.00"));
    assertThat(adas.inputs().occasion().customer()).contains(ADA);
    assertThat(engine(rules).replay(adas.inputs())).isEqualTo(adas.priced());
    assertThat(price(rules).totals().grand()).isEqualTo(money("10.00"));
  }

  @Test
  void where_no_rule_of_the_host_s_is_named_nobody_is_frozen() {
    save(HostRules.NONE, when("plain", new Condition.NthOrder(1)));

    PricingInputs inputs = engine(HostRules.NONE).explanation(ada, A_MUG).inputs();

    assertThat(inputs.promotions()).hasSize(1);
    assertThat(inputs.occasion().customer()).isEmpty();
    assertThat(inputs.occasion().attributes()).isEmpty();
  }

  @Test
  void a_benefit_sees_what_conditions_see() {
    AtomicReference<String> seen = new AtomicReference<>();
    HostRules rules =
        benefit(
            (parameters, goods) ->
                seen.set(
                    String.join(
                        " ",
                        goods.facts().currency().toString(),
                        goods.facts().at().toString(),
                        goods.facts().channel().toString(),
                        goods.facts().customer().toString())));
    save(rules, Promotion.of(PromotionId.of("p"), "P", new Benefit.HostBenefit("own", Map.of())));

    engine(rules).price(ada, A_MUG);

    assertThat(seen).hasValue("GBP " + Stall.NOON + " web Optional[ada]");
  }

  private PricedCart price(HostRules rules) {
    return engine(rules).price(stall.owner, A_MUG);
  }

  private CorePricingService engine(HostRules rules) {
    return new CorePricingService(
        stall.storage, new Pricing(new RuleBooks(rules), PastOrders.NONE));
  }

  private void save(HostRules rules, Promotion... promotions) {
    new CorePromotionService(stall.storage, rules, Shop.secretsFrom(0))
        .save(stall.owner, List.of(promotions));
  }

  private static HostRules condition(ConditionRule rule) {
    return new HostRules(Map.of("own", rule), Map.of());
  }

  private static HostRules benefit(BenefitRule rule) {
    return new HostRules(Map.of(), Map.of("own", rule));
  }

  private static Promotion when(String id, Condition condition) {
    return Promotion.of(
            PromotionId.of(id),
            id,
            new Benefit.OrderFixed(Amount.of(money("1.00")), ItemFilter.ALL))
        .toBuilder()
        .when(condition)
        .build();
  }
}
