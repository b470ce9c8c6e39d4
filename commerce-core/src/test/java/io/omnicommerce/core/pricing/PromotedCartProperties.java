package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.tax.TaxLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every cart with promotions, under any conventions. */
class PromotedCartProperties {

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void l13_the_trace_alone_gives_every_total(@ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();

    assertThat(priced.trace().total(Stall.GBP)).isEqualTo(priced.totals().grand());
    assertThat(
            sum(
                Stream.concat(
                    priced.lines().stream().map(PricedLine::payable),
                    priced.charges().stream().map(PricedCharge::payable))))
        .isEqualTo(priced.totals().grand());
    for (PricedLine line : priced.lines()) {
      assertThat(
              sum(
                  priced.trace().steps().stream()
                      .filter(step -> step.subject().equals(line.id()))
                      .map(TraceStep::delta)))
          .isEqualTo(line.payable());
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void l14_what_a_promotion_takes_of_lines_and_deliveries_is_what_its_steps_say(
      @ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();

    Map<String, Money> taken = new HashMap<>();
    adjustments(priced).forEach(one -> taken.merge(one.source(), one.amount(), Money::plus));
    Map<String, Money> said = new HashMap<>();
    priced.trace().steps().stream()
        .filter(step -> step.kind() == TraceStep.Kind.ADJUSTMENT)
        .forEach(step -> said.merge(step.source(), step.delta(), Money::plus));
    assertThat(said).isEqualTo(taken);
    assertThat(sum(taken.values().stream())).isEqualTo(priced.totals().adjustments());
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void l15_l16_no_line_and_no_charge_is_below_zero_or_above_what_it_was(
      @ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();

    for (PricedLine line : priced.lines()) {
      assertThat(line.total().isNegative()).isFalse();
      assertThat(line.total()).isLessThanOrEqualTo(line.amount());
      assertThat(line.payable().isNegative()).isFalse();
    }
    for (PricedCharge charge : priced.charges()) {
      assertThat(charge.total().isNegative()).isFalse();
      assertThat(charge.total()).isLessThanOrEqualTo(charge.charge().amount());
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void l17_the_order_of_lines_changes_nothing(
      @ForAll("carts") PricingCase cart, @ForAll Random random) {
    List<PricingLine> shuffled = new ArrayList<>(cart.request().lines());
    Collections.shuffle(shuffled, random);

    assertThat(cart.withLines(shuffled).price()).isEqualTo(cart.price());
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void l25_the_taxes_of_each_rate_add_up_and_net_and_included_tax_give_each_line(
      @ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();

    assertThat(sum(priced.taxes().stream().filter(tax -> !tax.included()).map(TaxLine::tax)))
        .isEqualTo(priced.totals().taxAdded());
    assertThat(sum(priced.taxes().stream().filter(TaxLine::included).map(TaxLine::tax)))
        .isEqualTo(priced.totals().taxIncluded());
    for (PricedLine line : priced.lines()) {
      List<TaxLine> included = line.taxes().stream().filter(TaxLine::included).toList();
      for (TaxLine tax : included) {
        assertThat(tax.base().plus(sum(included.stream().map(TaxLine::tax))))
            .isEqualTo(line.total());
      }
    }
  }

  @Provide
  Arbitrary<PricingCase> carts() {
    return PromotedCarts.any();
  }

  private static Stream<PriceAdjustment> adjustments(PricedCart priced) {
    return Stream.concat(
        priced.lines().stream().flatMap(line -> line.adjustments().stream()),
        priced.charges().stream().flatMap(charge -> charge.adjustments().stream()));
  }

  private static Money sum(Stream<Money> amounts) {
    return Money.sum(Stall.GBP, amounts.toList());
  }
}
