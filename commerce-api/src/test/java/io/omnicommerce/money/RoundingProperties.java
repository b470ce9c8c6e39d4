package io.omnicommerce.money;

import static io.omnicommerce.money.Exact.assertExactOrRefused;
import static io.omnicommerce.money.Exact.big;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RoundingProperties {

  private static final Currency CHF = Currency.getInstance("CHF");

  @Property
  void L5_a_quotient_is_exact_and_rounded_once(
      @ForAll("longs") long numerator, @ForAll("longs") long denominator, @ForAll Rounding mode) {
    Assume.that(denominator != 0);

    assertExactOrRefused(
        () -> chf(mode.divide(numerator, denominator)), quotient(numerator, denominator, mode));
  }

  @Property
  void L5_from_the_middle_each_mode_goes_its_own_way(
      @ForAll @IntRange(min = -1000, max = 1000) int whole, @ForAll Rounding mode) {
    assertThat(mode.divide(2L * whole + 1, 2)).isEqualTo(middle(whole, mode));
    assertThat(mode.divide(-2L * whole - 1, -2)).isEqualTo(middle(whole, mode));
  }

  @Property
  void L5_a_value_times_a_fraction_is_exact_however_large_the_product(
      @ForAll("longs") long value,
      @ForAll("longs") long numerator,
      @ForAll("longs") long denominator,
      @ForAll Rounding mode) {
    Assume.that(denominator != 0);
    BigInteger product = big(value).multiply(big(numerator));

    assertExactOrRefused(
        () -> chf(value).times(numerator, denominator, mode),
        Exact.rounded(
            product.multiply(big(Long.signum(denominator))), big(denominator).abs(), mode));
  }

  @Property
  void L5_a_multiple_of_a_step_is_the_nearest_and_stays_when_it_is_rounded_again(
      @ForAll long minor,
      @ForAll @LongRange(min = 1, max = 100_000) long step,
      @ForAll Rounding mode) {
    BigInteger steps = quotient(minor, step, mode);

    assertExactOrRefused(() -> chf(minor).toStep(chf(step), mode), steps.multiply(big(step)));
    BigDecimal rounded = mode.toStep(BigDecimal.valueOf(minor, 2), BigDecimal.valueOf(step, 2));
    assertThat(rounded).isEqualByComparingTo(new BigDecimal(steps.multiply(big(step)), 2));
    assertThat(mode.toStep(rounded, BigDecimal.valueOf(step, 2))).isEqualByComparingTo(rounded);
  }

  @Property
  void a_step_that_is_not_above_zero_is_refused(
      @ForAll long minor, @ForAll @LongRange(max = 0, min = -10) long step, @ForAll Rounding mode) {
    assertThatThrownBy(() -> chf(minor).toStep(chf(step), mode))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> mode.toStep(BigDecimal.ONE, BigDecimal.valueOf(step)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Property
  void a_denominator_of_zero_is_refused(@ForAll long minor, @ForAll Rounding mode) {
    assertThatThrownBy(() -> chf(minor).times(1, 0, mode))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("denominator");
  }

  /** What lies near the edges of a long and of small numbers, beside everything else. */
  @Provide
  Arbitrary<Long> longs() {
    return Arbitraries.oneOf(
        Arbitraries.longs(),
        Arbitraries.longs().between(-20, 20),
        Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, Long.MAX_VALUE - 1));
  }

  private static BigInteger quotient(long numerator, long denominator, Rounding mode) {
    return Exact.rounded(
        big(numerator).multiply(big(Long.signum(denominator))), big(denominator).abs(), mode);
  }

  private static long middle(int whole, Rounding mode) {
    long away = whole < 0 ? whole : whole + 1;
    long towards = whole < 0 ? whole + 1 : whole;
    return switch (mode) {
      case UP, HALF_UP -> away;
      case DOWN, HALF_DOWN -> towards;
      case HALF_EVEN -> away % 2 == 0 ? away : towards;
    };
  }

  private static Money chf(long minor) {
    return Money.ofMinor(minor, CHF);
  }
}
