package io.omnicommerce.core.tax;

import static io.omnicommerce.core.tax.Sale.GBP;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Taxes are exact to the cent, whatever the rates and whatever the level. */
class TaxationProperties {

  private static final long MINOR_MAX = 1_000_000_000_000L;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<String> CATEGORIES = List.of("standard", "reduced", "untaxed");

  /** L25, L16: net and included taxes give the gross of each line, and nothing is below zero. */
  @Property(tries = 1000)
  void L25_net_and_included_taxes_give_the_gross(
      @ForAll("conventions") Map<String, String> conventions,
      @ForAll("rates") List<TaxRate> rates,
      @ForAll("goods") List<Taxable> goods) {
    List<List<TaxLine>> lines = taxes(conventions, rates, goods);

    for (int i = 0; i < goods.size(); i++) {
      long total = goods.get(i).total().minor();
      long inside = sum(lines.get(i), TaxLine::included);
      for (TaxLine line : lines.get(i)) {
        long base = line.base().minor();
        assertThat(line.included() ? base + inside : base).isEqualTo(total);
        assertThat(base).isBetween(0L, total);
      }
    }
  }

  /** L16: neither a line's tax nor that of a rate is below zero where no amount is. */
  @Property(tries = 1000)
  void L16_no_tax_is_below_zero(
      @ForAll("levels") String level,
      @ForAll("roundings") String rounding,
      @ForAll("rates") List<TaxRate> rates,
      @ForAll("goods") List<Taxable> goods) {
    Map<String, String> conventions = Map.of("tax_level", level, "rounding", rounding);

    for (List<TaxLine> lines : taxes(conventions, rates, goods)) {
      assertThat(lines).allMatch(line -> !line.tax().isNegative());
    }
  }

  /** L25: nothing is taxed that has no rate, and every rate of a category is named. */
  @Property(tries = 500)
  void L25_a_line_has_the_rates_of_its_category_and_no_others(
      @ForAll("conventions") Map<String, String> conventions,
      @ForAll("rates") List<TaxRate> rates,
      @ForAll("goods") List<Taxable> goods) {
    List<List<TaxLine>> lines = taxes(conventions, rates, goods);

    for (int i = 0; i < goods.size(); i++) {
      String category = goods.get(i).category();
      assertThat(lines.get(i))
          .extracting(TaxLine::code)
          .containsExactlyInAnyOrderElementsOf(
              rates.stream()
                  .filter(rate -> rate.category().equals(category))
                  .map(TaxRate::code)
                  .toList());
    }
  }

  /** L5: a tax on top of a line is the exact product, rounded once. */
  @Property(tries = 1000)
  void L5_an_added_tax_of_a_line_is_exact_and_rounded_once(
      @ForAll("rates") List<TaxRate> rates,
      @ForAll @LongRange(min = -MINOR_MAX, max = MINOR_MAX) long amount,
      @ForAll Rounding rounding) {
    for (TaxLine line : one(Map.of("rounding", rounding.name()), rates, amount, 1)) {
      if (!line.included()) {
        assertThat(line.tax().minor())
            .isEqualTo(
                BigDecimal.valueOf(amount)
                    .multiply(line.percent())
                    .divide(HUNDRED, 0, rounding.mode())
                    .longValueExact());
      }
    }
  }

  /** L5: what is inside a line is the exact part, or what the exact net leaves, rounded once. */
  @Property(tries = 1000)
  void L5_included_taxes_together_are_the_exact_part_rounded_once(
      @ForAll("rates") List<TaxRate> rates,
      @ForAll @LongRange(min = -MINOR_MAX, max = MINOR_MAX) long gross,
      @ForAll Rounding rounding,
      @ForAll boolean ofNet) {
    BigDecimal percent = included(rates, "standard");

    List<TaxLine> lines =
        one(
            Map.of(
                "rounding",
                rounding.name(),
                "included_tax_rounding",
                ofNet ? "round_net" : "round_tax"),
            rates,
            gross,
            1);

    assertThat(sum(lines, TaxLine::included))
        .isEqualTo(
            ofNet
                ? gross - part(gross, HUNDRED, percent, rounding)
                : part(gross, percent, percent, rounding));
  }

  /** The level of units: each unit's tax rounded, one after the other. */
  @Property(tries = 500)
  void the_tax_of_a_lines_units_is_the_sum_of_their_rounded_taxes(
      @ForAll @LongRange(min = 0, max = 500_000) long percentUnits,
      @ForAll @LongRange(min = 0, max = 1_000_000) long amount,
      @ForAll @LongRange(min = 1, max = 200) long units,
      @ForAll Rounding rounding) {
    BigDecimal percent = BigDecimal.valueOf(percentUnits, 4);
    long expected = 0;
    for (long unit = 0; unit < units; unit++) {
      long share = amount / units + (unit < amount % units ? 1 : 0);
      expected +=
          BigDecimal.valueOf(share)
              .multiply(percent)
              .divide(HUNDRED, 0, rounding.mode())
              .longValueExact();
    }

    List<TaxLine> lines =
        one(
            Map.of("tax_level", "unit", "rounding", rounding.name()),
            List.of(TaxRate.added("VAT", "standard", percent.toPlainString())),
            amount,
            units);

    assertThat(sum(lines, line -> true)).isEqualTo(expected);
  }

  /** L25: of each rate, what the lines have adds up to what is rounded once. */
  @Property(tries = 1000)
  void L25_the_lines_of_a_rate_add_up_to_its_total_rounded_once(
      @ForAll("codeOrRate") String level,
      @ForAll("rates") List<TaxRate> rates,
      @ForAll("goods") List<Taxable> goods,
      @ForAll Rounding rounding,
      @ForAll boolean ofNet) {
    List<List<TaxLine>> lines =
        taxes(
            Map.of(
                "tax_level",
                level,
                "rounding",
                rounding.name(),
                "included_tax_rounding",
                ofNet ? "round_net" : "round_tax"),
            rates,
            goods);

    for (TaxRate rate : rates) {
      long amount =
          goods.stream()
              .filter(taxable -> taxable.category().equals(rate.category()))
              .mapToLong(taxable -> taxable.total().minor())
              .sum();
      long tax =
          lines.stream().mapToLong(line -> sum(line, of -> of.code().equals(rate.code()))).sum();
      long rounded = together(rate, rates, amount, rounding, ofNet);
      assertThat(tax == rounded || (rate.included() && tax < rounded && usedUp(rate, lines)))
          .as("%s of %s instead of %s", rate.code(), tax, rounded)
          .isTrue();
    }
  }

  /** Where several included taxes leave nothing of a few pennies, none takes more. */
  private static boolean usedUp(TaxRate rate, List<List<TaxLine>> lines) {
    return lines.stream()
        .flatMap(List::stream)
        .filter(line -> line.code().equals(rate.code()))
        .allMatch(line -> line.base().isZero());
  }

  /** L25: given back to the lines, no tax is further than a minor unit from its exact value. */
  @Property(tries = 1000)
  void a_tax_rounded_with_others_stays_within_one_minor_unit_of_its_own(
      @ForAll("codeOrRate") String level,
      @ForAll("rates") List<TaxRate> rates,
      @ForAll("goods") List<Taxable> goods,
      @ForAll Rounding rounding) {
    List<List<TaxLine>> lines =
        taxes(Map.of("tax_level", level, "rounding", rounding.name()), rates, goods);

    for (int i = 0; i < goods.size(); i++) {
      for (TaxLine line : lines.get(i)) {
        BigDecimal whole =
            line.included() ? HUNDRED.add(included(rates, goods.get(i).category())) : HUNDRED;
        BigDecimal distance =
            BigDecimal.valueOf(line.tax().minor())
                .multiply(whole)
                .subtract(
                    BigDecimal.valueOf(goods.get(i).total().minor()).multiply(line.percent()));
        assertThat(distance.abs()).isLessThan(whole);
      }
    }
  }

  @Property(tries = 500)
  void a_reduction_takes_exactly_the_tax_that_the_same_charge_would_bring(
      @ForAll("lineOrUnit") String level,
      @ForAll("roundings") String rounding,
      @ForAll("rates") List<TaxRate> rates,
      @ForAll @LongRange(min = 0, max = MINOR_MAX) long amount,
      @ForAll @LongRange(min = 1, max = 9) long units) {
    Map<String, String> conventions = Map.of("tax_level", level, "rounding", rounding);
    List<TaxLine> charged = one(conventions, rates, amount, units);
    List<TaxLine> reduced = one(conventions, rates, -amount, units);

    assertThat(reduced)
        .extracting(tax -> tax.tax().negated())
        .containsExactlyElementsOf(charged.stream().map(TaxLine::tax).toList());
    assertThat(reduced)
        .extracting(tax -> tax.base().negated())
        .containsExactlyElementsOf(charged.stream().map(TaxLine::base).toList());
  }

  @Property(tries = 500)
  void the_order_of_a_zones_rates_does_not_matter(
      @ForAll("conventions") Map<String, String> conventions,
      @ForAll("rates") List<TaxRate> rates,
      @ForAll("goods") List<Taxable> goods,
      @ForAll Random random) {
    List<TaxRate> shuffled = new ArrayList<>(rates);
    Collections.shuffle(shuffled, random);

    assertThat(taxes(conventions, shuffled, goods)).isEqualTo(taxes(conventions, rates, goods));
  }

  /** Delivery that follows the goods is taxed on its whole amount, once. */
  @Property(tries = 500)
  void delivery_that_follows_the_goods_is_split_without_a_rest(
      @ForAll("levels") String level,
      @ForAll("goods") List<Taxable> goods,
      @ForAll @LongRange(min = 0, max = MINOR_MAX) long shipping) {
    List<TaxRate> rates =
        CATEGORIES.stream().map(category -> TaxRate.added(category, category, "10")).toList();
    List<Taxable> all = new ArrayList<>(goods);
    all.add(Taxable.of(Taxables.Kind.SHIPPING, "standard", money(shipping)));

    List<TaxLine> delivery =
        taxes(Map.of("shipping_tax", "from_items", "tax_level", level), rates, all)
            .get(goods.size());

    assertThat(delivery.stream().mapToLong(line -> line.base().minor()).sum()).isEqualTo(shipping);
  }

  @Provide
  Arbitrary<Map<String, String>> conventions() {
    return Combinators.combine(
            levels(),
            roundings(),
            Arbitraries.of("round_tax", "round_net"),
            Arbitraries.of("before_tax", "separate_line"))
        .as(
            (level, rounding, included, discount) ->
                Map.of(
                    "tax_level",
                    level,
                    "rounding",
                    rounding,
                    "included_tax_rounding",
                    included,
                    "discount_tax",
                    discount));
  }

  @Provide
  Arbitrary<String> levels() {
    return Arbitraries.of("line", "unit", "rate_group", "document_per_code");
  }

  @Provide
  Arbitrary<String> codeOrRate() {
    return Arbitraries.of("rate_group", "document_per_code");
  }

  @Provide
  Arbitrary<String> lineOrUnit() {
    return Arbitraries.of("line", "unit");
  }

  @Provide
  Arbitrary<String> roundings() {
    return Arbitraries.of(Rounding.class).map(Rounding::name);
  }

  /** Up to four rates, each with a code and a percentage of its own. */
  @Provide
  Arbitrary<List<TaxRate>> rates() {
    Arbitrary<BigDecimal> percents =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, HUNDRED).ofScale(4);
    return Combinators.combine(
            percents, Arbitraries.of(true, false), Arbitraries.of("standard", "reduced"))
        .as(TaxationProperties::rate)
        .list()
        .ofMaxSize(4)
        .uniqueElements(TaxRate::percent)
        .map(TaxationProperties::named);
  }

  @Provide
  Arbitrary<List<Taxable>> goods() {
    Arbitrary<Long> amounts =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 20),
            Arbitraries.longs().between(0, 100_000),
            Arbitraries.longs().between(0, MINOR_MAX));
    return Combinators.combine(
            amounts,
            Arbitraries.integers().between(0, 100),
            Arbitraries.of(CATEGORIES),
            Arbitraries.longs().between(1, 30))
        .as(
            (amount, percentOff, category, units) ->
                Taxable.of(Taxables.Kind.GOODS, category, money(amount))
                    .withDiscount(money(amount * percentOff / 100))
                    .withQuantity(Quantity.of(units)))
        .list()
        .ofMaxSize(6);
  }

  private static TaxRate rate(BigDecimal percent, boolean included, String category) {
    return included
        ? TaxRate.included("unnamed", category, percent.toPlainString())
        : TaxRate.added("unnamed", category, percent.toPlainString());
  }

  private static List<TaxRate> named(List<TaxRate> rates) {
    List<TaxRate> named = new ArrayList<>();
    for (TaxRate rate : rates) {
      named.add(
          new TaxRate(
              "R" + named.size(),
              rate.category(),
              rate.area(),
              rate.percent(),
              rate.included(),
              rate.window()));
    }
    return named;
  }

  private static long together(
      TaxRate rate, List<TaxRate> rates, long amount, Rounding rounding, boolean ofNet) {
    if (!rate.included()) {
      return part(amount, rate.percent(), BigDecimal.ZERO, rounding);
    }
    BigDecimal all = included(rates, rate.category());
    BigDecimal others = HUNDRED.add(all).subtract(rate.percent());
    return ofNet
        ? amount - part(amount, others, all, rounding)
        : part(amount, rate.percent(), all, rounding);
  }

  /** So many hundredths of what an amount is without taxes of so many percent. */
  private static long part(long gross, BigDecimal of, BigDecimal included, Rounding rounding) {
    RoundingMode mode = rounding.mode();
    return BigDecimal.valueOf(gross)
        .multiply(of)
        .divide(HUNDRED.add(included), 0, mode)
        .longValueExact();
  }

  private static BigDecimal included(List<TaxRate> rates, String category) {
    return rates.stream()
        .filter(rate -> rate.included() && rate.category().equals(category))
        .map(TaxRate::percent)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<TaxLine> one(
      Map<String, String> conventions, List<TaxRate> rates, long amount, long units) {
    return taxes(
            conventions,
            rates,
            List.of(
                Taxable.of(Taxables.Kind.GOODS, "standard", money(amount))
                    .withQuantity(Quantity.of(units))))
        .get(0);
  }

  private static List<List<TaxLine>> taxes(
      Map<String, String> conventions, List<TaxRate> rates, List<Taxable> taxables) {
    return TaxableThings.taxes(
        Sale.taxation(conventions, Optional.empty(), Sale.AT, rates), taxables);
  }

  private static long sum(List<TaxLine> lines, Predicate<TaxLine> which) {
    return lines.stream().filter(which).mapToLong(line -> line.tax().minor()).sum();
  }

  private static Money money(long minor) {
    return Money.ofMinor(minor, GBP);
  }
}
