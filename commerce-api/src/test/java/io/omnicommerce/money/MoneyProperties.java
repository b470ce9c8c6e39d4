package io.omnicommerce.money;

import static io.omnicommerce.money.Exact.assertExactOrRefused;
import static io.omnicommerce.money.Exact.big;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class MoneyProperties {

  private static final Currency EUR = Currency.getInstance("EUR");

  @Property
  void L2_addition_is_exact_or_refused(@ForAll long a, @ForAll long b) {
    assertExactOrRefused(() -> eur(a).plus(eur(b)), big(a).add(big(b)));
  }

  @Property
  void L2_subtraction_is_exact_or_refused(@ForAll long a, @ForAll long b) {
    assertExactOrRefused(() -> eur(a).minus(eur(b)), big(a).subtract(big(b)));
  }

  @Property
  void L2_multiplication_is_exact_or_refused(@ForAll long a, @ForAll long factor) {
    assertExactOrRefused(() -> eur(a).times(factor), big(a).multiply(big(factor)));
  }

  @Property
  void L2_negation_is_exact_or_refused(@ForAll long a) {
    assertExactOrRefused(() -> eur(a).negated(), big(a).negate());
  }

  @Property
  void L2_a_sum_of_ordinary_amounts_does_not_depend_on_their_order(
      @ForAll @Size(max = 50) List<Integer> minors, @ForAll Random random) {
    List<Money> amounts = new ArrayList<>(minors.stream().map(minor -> eur(minor)).toList());
    BigInteger expected = minors.stream().map(Exact::big).reduce(BigInteger.ZERO, BigInteger::add);

    Collections.shuffle(amounts, random);

    assertExactOrRefused(() -> Money.sum(EUR, amounts), expected);
  }

  @Property
  void L3_two_currencies_never_combine(
      @ForAll("amounts") Money a, @ForAll("amounts") Money b, @ForAll("combiners") Combiner c) {
    if (!a.currency().equals(b.currency())) {
      assertThatThrownBy(() -> c.operation().apply(a, b))
          .isInstanceOfSatisfying(
              CurrencyMismatchException.class,
              e -> assertThat(List.of(e.first(), e.second())).contains(a.currency(), b.currency()))
          .hasMessageContaining(a.currency().getCurrencyCode())
          .hasMessageContaining(b.currency().getCurrencyCode());
    }
  }

  @Property
  void L5_a_product_is_rounded_once_in_the_mode_that_is_named(
      @ForAll long minor, @ForAll("factors") BigDecimal factor, @ForAll Rounding rounding) {
    BigDecimal product =
        new BigDecimal(big(minor).multiply(factor.unscaledValue()), factor.scale());

    assertExactOrRefused(
        () -> eur(minor).times(factor, rounding), Exact.rounded(product, 0, rounding));
  }

  @Property
  void L5_a_percentage_is_rounded_once_in_the_mode_that_is_named(
      @ForAll int minor, @ForAll("percentages") BigDecimal percent, @ForAll Rounding rounding) {
    BigDecimal product =
        new BigDecimal(big(minor).multiply(percent.unscaledValue()), percent.scale());

    assertExactOrRefused(
        () -> eur(minor).percent(percent, rounding), Exact.rounded(product, -2, rounding));
  }

  @Property
  void L5_what_is_rounded_stays_as_it_is(@ForAll long minor, @ForAll Rounding rounding) {
    Money once = eur(minor).times(BigDecimal.ONE, rounding);

    assertThat(once).isEqualTo(eur(minor));
    assertThat(once.times(new BigDecimal("1.000"), rounding)).isEqualTo(once);
  }

  @Property
  void L9_reading_undoes_writing(@ForAll("amounts") Money money) {
    assertThat(Money.parse(money.toString())).isEqualTo(money);
    assertThat(Money.of(money.toBigDecimal(), money.currency())).isEqualTo(money);
    assertThat(Money.of(money.toBigDecimal().toPlainString(), money.currency())).isEqualTo(money);
  }

  @Property
  void L9_what_can_be_read_is_written_the_same(@ForAll("nearlyMoney") String text) {
    try {
      assertThat(Money.parse(text)).hasToString(text);
    } catch (CommerceException refused) {
      assertThat(refused.code())
          .isIn(Money.INVALID, Currencies.UNKNOWN, ArithmeticOverflowException.CODE);
    }
  }

  @Property
  void L9_decimals_are_taken_exactly_or_refused(
      @ForAll BigInteger unscaled, @ForAll short scale, @ForAll("currencies") Currency currency) {
    BigDecimal major = new BigDecimal(unscaled, scale);

    try {
      assertThat(Money.of(major, currency).toBigDecimal()).isEqualByComparingTo(major);
    } catch (InvalidInputException tooFine) {
      assertThat(major.stripTrailingZeros().scale())
          .isGreaterThan(currency.getDefaultFractionDigits());
    } catch (ArithmeticOverflowException tooLarge) {
      assertThat(major.movePointRight(currency.getDefaultFractionDigits()).abs())
          .isGreaterThan(BigDecimal.valueOf(Long.MAX_VALUE));
    }
  }

  @Property
  void the_order_is_that_of_the_numbers(@ForAll long a, @ForAll long b) {
    assertThat(eur(a).compareTo(eur(b))).isEqualTo(big(a).compareTo(big(b)));
    assertThat(eur(a).min(eur(b)).minor()).isEqualTo(big(a).min(big(b)).longValueExact());
    assertThat(eur(a).max(eur(b)).minor()).isEqualTo(big(a).max(big(b)).longValueExact());
  }

  /** One way in which two amounts can meet. */
  record Combiner(String name, BinaryOperator<Money> operation) {}

  @Provide
  Arbitrary<Combiner> combiners() {
    return Arbitraries.of(
        new Combiner("plus", Money::plus),
        new Combiner("minus", Money::minus),
        new Combiner("min", Money::min),
        new Combiner("max", Money::max),
        new Combiner("sum", (a, b) -> Money.sum(a.currency(), List.of(b))),
        new Combiner("compareTo", (a, b) -> a.compareTo(b) < 0 ? a : b));
  }

  @Provide
  Arbitrary<Currency> currencies() {
    return Arbitraries.of("JPY", "EUR", "KWD", "USD", "CLP", "BHD").map(Currency::getInstance);
  }

  @Provide
  Arbitrary<Money> amounts() {
    return Combinators.combine(Arbitraries.longs(), currencies()).as(Money::ofMinor);
  }

  @Provide
  Arbitrary<BigDecimal> factors() {
    Arbitrary<BigInteger> digits = Arbitraries.bigIntegers();
    return Combinators.combine(digits, Arbitraries.integers().between(-100, 100))
        .as(BigDecimal::new);
  }

  @Provide
  Arbitrary<BigDecimal> percentages() {
    BigDecimal most = BigDecimal.valueOf(1_000_000);
    return Arbitraries.bigDecimals().between(most.negate(), most).ofScale(4);
  }

  @Provide
  Arbitrary<String> nearlyMoney() {
    Arbitrary<String> amount =
        Arbitraries.strings().withChars("0123456789.-+eE ,NaInf\u0661\uFF11").ofMaxLength(24);
    Arbitrary<String> code = Arbitraries.of("EUR ", "JPY ", "KWD ", "eur ", "XXX ", "EUR", "");
    return Combinators.combine(code, amount).as(String::concat);
  }

  private static Money eur(long minor) {
    return Money.ofMinor(minor, EUR);
  }
}
