package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingService;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.tax.TaxLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every cart, before any promotion. */
class PricingRulesProperties {

  /** L13: the total is made of its parts, and of nothing else. */
  @Property(tries = 300)
  void the_totals_are_the_sums_of_lines_charges_and_taxes(@ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();

    Totals totals = priced.totals();
    assertThat(totals.goods()).isEqualTo(sum(priced.lines().stream().map(PricedLine::amount)));
    assertThat(totals.charges())
        .isEqualTo(sum(priced.charges().stream().map(charge -> charge.charge().amount())));
    assertThat(totals.taxAdded())
        .isEqualTo(sum(taxes(priced).filter(tax -> !tax.included()).map(TaxLine::tax)));
    assertThat(totals.taxIncluded())
        .isEqualTo(sum(taxes(priced).filter(TaxLine::included).map(TaxLine::tax)));
    assertThat(totals.adjustments().isZero()).isTrue();
    assertThat(totals.grand())
        .isEqualTo(
            sum(
                Stream.concat(
                    priced.lines().stream().map(PricedLine::payable),
                    priced.charges().stream().map(PricedCharge::payable))));
  }

  /** L13: the trace alone gives the total, of the cart and of each of its lines. */
  @Property(tries = 300)
  void the_trace_alone_gives_every_total(@ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();

    assertThat(priced.trace().total(Stall.GBP)).isEqualTo(priced.totals().grand());
    for (PricedLine line : priced.lines()) {
      assertThat(
              sum(
                  priced.trace().steps().stream()
                      .filter(step -> step.subject().equals(line.id()))
                      .map(TraceStep::delta)))
          .isEqualTo(line.payable());
    }
  }

  /** L5: a line is its exact amount rounded once, and the trace tells where that changed it. */
  @Property(tries = 300)
  void a_line_is_its_exact_amount_rounded_once(@ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();

    for (PricedLine line : priced.lines()) {
      BigDecimal exact = line.unitPrice().toBigDecimal().multiply(line.quantity().toBigDecimal());
      BigDecimal rounded = exact.setScale(2, cart.facts().rounding().mode());
      TraceStep step = priceStep(priced, line.id());
      assertThat(line.amount().toBigDecimal()).isEqualByComparingTo(rounded);
      assertThat(step.exact().isPresent()).isEqualTo(exact.compareTo(rounded) != 0);
      step.exact().ifPresent(told -> assertThat(told).isEqualByComparingTo(exact));
    }
  }

  /** L15, L16: without reductions nothing is below zero. */
  @Property(tries = 300)
  void without_reductions_nothing_is_below_zero(
      @ForAll("cartsWithoutReductions") PricingCase cart) {
    PricedCart priced = cart.price();

    assertThat(priced.lines()).noneMatch(line -> line.total().isNegative());
    assertThat(priced.lines()).noneMatch(line -> line.payable().isNegative());
    assertThat(taxes(priced)).noneMatch(tax -> tax.base().isNegative());
    assertThat(taxes(priced)).noneMatch(tax -> tax.tax().isNegative());
  }

  /** L16: with reductions the total is not below zero, or the cart is refused. */
  @Property(tries = 300)
  void the_total_is_never_below_zero(@ForAll("cartsWithAnyReduction") PricingCase cart) {
    try {
      assertThat(cart.price().totals().grand().isNegative()).isFalse();
    } catch (RefusedException refused) {
      assertThat(refused.code()).isEqualTo(PricingService.NEGATIVE_TOTAL);
      assertThat(refused.facts().get("total"))
          .hasValueSatisfying(total -> assertThat(Money.parse(total).isNegative()).isTrue());
    }
  }

  /** L17: the order in which lines and charges stand changes nothing at all. */
  @Property(tries = 300)
  void the_order_of_lines_and_charges_does_not_matter(
      @ForAll("carts") PricingCase cart, @ForAll Random random) {
    List<PricingLine> lines = new ArrayList<>(cart.request().lines());
    List<Charge> charges = new ArrayList<>(cart.request().charges());
    Collections.shuffle(lines, random);
    Collections.shuffle(charges, random);

    assertThat(cart.with(lines, charges).price()).isEqualTo(cart.price());
  }

  /** L12: what was priced once costs the same when it is priced again at those prices. */
  @Property(tries = 300)
  void pricing_what_is_priced_changes_nothing(@ForAll("carts") PricingCase cart) {
    PricedCart first = cart.price();
    Map<LineId, Promised> promised =
        first.lines().stream()
            .collect(
                Collectors.toMap(PricedLine::id, line -> new Promised(line.unitPrice(), false)));

    PricedCart again = PricingRules.price(cart.facts(), cart.request(), promised);

    assertThat(again.lines()).isEqualTo(first.lines());
    assertThat(again.charges()).isEqualTo(first.charges());
    assertThat(again.totals()).isEqualTo(first.totals());
    assertThat(again.trace().steps())
        .filteredOn(step -> step.kind() == TraceStep.Kind.LIST_PRICE)
        .isEmpty();
  }

  /** L26: the lines of a SKU have one price, and it is the one of their quantity together. */
  @Property(tries = 300)
  void duplicate_lines_neither_dodge_a_tier_nor_miss_one(@ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();

    Map<Sku, List<PricedLine>> bySku =
        priced.lines().stream().collect(Collectors.groupingBy(PricedLine::sku));
    bySku.forEach(
        (sku, lines) -> {
          Quantity together =
              lines.stream().map(PricedLine::quantity).reduce(Quantity.ZERO, Quantity::plus);
          UnitPrice price = cart.facts().prices().price(sku, together).orElseThrow().price();
          assertThat(lines).allMatch(line -> line.unitPrice().equals(price));
        });
  }

  /** L25: per line, what is inside and the net give the line. */
  @Property(tries = 300)
  void net_and_included_tax_give_each_line(@ForAll("carts") PricingCase cart) {
    for (PricedLine line : cart.price().lines()) {
      List<TaxLine> included = line.taxes().stream().filter(TaxLine::included).toList();
      for (TaxLine tax : included) {
        assertThat(tax.base().plus(sum(included.stream().map(TaxLine::tax))))
            .isEqualTo(line.total());
      }
    }
  }

  @Property(tries = 100)
  void trying_answers_as_pricing_does(@ForAll("cartsWithAnyReduction") PricingCase cart) {
    PricingResult tried = PricingRules.tryPrice(cart.facts(), cart.request(), Map.of());

    try {
      assertThat(tried.priced()).contains(cart.price());
    } catch (RefusedException refused) {
      assertThat(tried.problems()).containsExactly(refused.refusal());
    }
  }

  /** Carts with charges up or down, whose lines or fees keep the total above zero. */
  @Provide
  Arbitrary<PricingCase> carts() {
    return PricingCase.any(-100, 5_000)
        .filter(
            cart ->
                PricingRules.tryPrice(cart.facts(), cart.request(), Map.of()).priced().isPresent());
  }

  @Provide
  Arbitrary<PricingCase> cartsWithoutReductions() {
    return PricingCase.any(0, 1_000_000);
  }

  @Provide
  Arbitrary<PricingCase> cartsWithAnyReduction() {
    return PricingCase.any(-1_000_000, 1_000_000);
  }

  private static Stream<TaxLine> taxes(PricedCart priced) {
    return Stream.concat(
        priced.lines().stream().flatMap(line -> line.taxes().stream()),
        priced.charges().stream().flatMap(charge -> charge.taxes().stream()));
  }

  private static TraceStep priceStep(PricedCart priced, LineId line) {
    return priced.trace().steps().stream()
        .filter(step -> step.subject().equals(line))
        .filter(step -> step.kind() == TraceStep.Kind.LIST_PRICE)
        .findFirst()
        .orElseThrow();
  }

  private static Money sum(Stream<Money> amounts) {
    return Money.sum(Stall.GBP, amounts.toList());
  }
}
