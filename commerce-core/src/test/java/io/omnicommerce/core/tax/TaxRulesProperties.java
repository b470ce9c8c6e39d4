package io.omnicommerce.core.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Taxes are exact to the cent, whatever the rates. */
class TaxRulesProperties {

  private static final long MINOR_MAX = 1_000_000_000_000L;

  /** L25: net and tax give the gross exactly, and the net does not exceed it. */
  @Property(tries = 500)
  void net_and_included_taxes_give_the_gross(
      @ForAll("rates") List<TaxRate> rates,
      @ForAll @LongRange(min = 0, max = MINOR_MAX) long gross,
      @ForAll Rounding rounding) {
    List<TaxLine> included =
        taxes(rates, gross, rounding).stream().filter(TaxLine::included).toList();

    for (TaxLine tax : included) {
      assertThat(tax.base().minor() + sum(included)).isEqualTo(gross);
      assertThat(tax.base().minor()).isBetween(0L, gross);
      assertThat(tax.tax().minor()).isBetween(0L, gross);
    }
  }

  /** L5: what is inside is the exact part, rounded once. */
  @Property(tries = 500)
  void included_taxes_together_are_the_exact_part_rounded(
      @ForAll("rates") List<TaxRate> rates,
      @ForAll @LongRange(min = -MINOR_MAX, max = MINOR_MAX) long gross,
      @ForAll Rounding rounding) {
    BigDecimal percent =
        rates.stream()
            .filter(TaxRate::included)
            .map(TaxRate::percent)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal exact =
        BigDecimal.valueOf(gross)
            .multiply(percent)
            .divide(percent.add(BigDecimal.valueOf(100)), new MathContext(60));

    long inside = sum(taxes(rates, gross, rounding).stream().filter(TaxLine::included).toList());

    assertThat(inside)
        .isEqualTo(
            exact
                .setScale(30, java.math.RoundingMode.HALF_EVEN)
                .setScale(0, rounding.mode())
                .longValueExact());
  }

  @Property(tries = 300)
  void a_reduction_takes_exactly_the_tax_that_the_same_charge_would_bring(
      @ForAll("rates") List<TaxRate> rates,
      @ForAll @LongRange(min = 0, max = MINOR_MAX) long amount,
      @ForAll Rounding rounding) {
    List<TaxLine> charged = taxes(rates, amount, rounding);
    List<TaxLine> reduced = taxes(rates, -amount, rounding);

    assertThat(reduced)
        .extracting(tax -> tax.tax().negated())
        .containsExactlyElementsOf(charged.stream().map(TaxLine::tax).toList());
    assertThat(reduced)
        .extracting(tax -> tax.base().negated())
        .containsExactlyElementsOf(charged.stream().map(TaxLine::base).toList());
  }

  @Property(tries = 300)
  void the_order_of_a_zones_rates_does_not_matter(
      @ForAll("rates") List<TaxRate> rates,
      @ForAll @LongRange(min = -MINOR_MAX, max = MINOR_MAX) long amount,
      @ForAll Random random) {
    List<TaxRate> shuffled = new ArrayList<>(rates);
    Collections.shuffle(shuffled, random);

    assertThat(taxes(shuffled, amount, Rounding.HALF_UP))
        .isEqualTo(taxes(rates, amount, Rounding.HALF_UP));
  }

  @Provide
  Arbitrary<List<TaxRate>> rates() {
    Arbitrary<BigDecimal> percents =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(100)).ofScale(4);
    return Combinators.combine(percents, Arbitraries.of(true, false))
        .as(
            (percent, included) ->
                included
                    ? TaxRate.included("unnamed", "standard", percent.toPlainString())
                    : TaxRate.added("unnamed", "standard", percent.toPlainString()))
        .list()
        .ofMaxSize(4)
        .map(TaxRulesProperties::named);
  }

  private static List<TaxRate> named(List<TaxRate> rates) {
    List<TaxRate> named = new ArrayList<>();
    for (TaxRate rate : rates) {
      named.add(
          new TaxRate(
              "R" + named.size(),
              rate.category(),
              rate.countries(),
              rate.percent(),
              rate.included(),
              rate.window()));
    }
    return named;
  }

  private static List<TaxLine> taxes(List<TaxRate> rates, long amount, Rounding rounding) {
    return TaxTable.of(new TaxZone("zone", rates), CountryCode.of("GB"), Instant.EPOCH)
        .taxes("standard", Money.ofMinor(amount, Currencies.of("GBP")), rounding);
  }

  private static long sum(List<TaxLine> taxes) {
    return taxes.stream().mapToLong(tax -> tax.tax().minor()).sum();
  }
}
