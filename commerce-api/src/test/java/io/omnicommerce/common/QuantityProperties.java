package io.omnicommerce.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuantityProperties {

  private static final BigDecimal MAX = BigDecimal.valueOf(Quantity.UNSCALED_MAX);

  @Property
  void L2_a_sum_is_exact_or_refused(
      @ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
    BigDecimal exact = a.toBigDecimal().add(b.toBigDecimal());

    if (fits(exact)) {
      assertThat(a.plus(b).toBigDecimal()).isEqualByComparingTo(exact);
    } else {
      assertThatThrownBy(() -> a.plus(b)).isInstanceOf(LimitExceededException.class);
    }
  }

  @Property
  void L2_a_difference_is_exact_or_refused(
      @ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
    BigDecimal exact = a.toBigDecimal().subtract(b.toBigDecimal());

    if (exact.signum() >= 0 && fits(exact)) {
      assertThat(a.minus(b).toBigDecimal()).isEqualByComparingTo(exact);
    } else if (exact.signum() < 0) {
      assertThatThrownBy(() -> a.minus(b)).isInstanceOf(CommerceException.class);
    } else {
      assertThatThrownBy(() -> a.minus(b)).isInstanceOf(LimitExceededException.class);
    }
  }

  @Property
  void L9_reading_undoes_writing(@ForAll("quantities") Quantity quantity) {
    assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
    assertThat(Quantity.of(quantity.toBigDecimal())).isEqualTo(quantity);
  }

  @Property
  void L9_what_can_be_read_is_ascii_digits_with_at_most_one_point(@ForAll("nearly") String text) {
    try {
      assertThat(Quantity.parse(text).toBigDecimal()).isEqualByComparingTo(text);
      assertThat(text).matches("[0-9]+(\\.[0-9]+)?");
    } catch (InvalidInputException | LimitExceededException refused) {
      assertThat(refused.code()).isIn(Quantity.INVALID, Quantity.LIMIT_EXCEEDED);
    }
  }

  @Property
  void decimals_are_taken_exactly_or_refused(@ForAll BigInteger unscaled, @ForAll short scale) {
    BigDecimal amount = new BigDecimal(unscaled, scale);

    try {
      assertThat(Quantity.of(amount).toBigDecimal()).isEqualByComparingTo(amount);
    } catch (InvalidInputException refused) {
      assertThat(amount.signum() < 0 || amount.stripTrailingZeros().scale() > Quantity.SCALE_MAX)
          .isTrue();
    } catch (LimitExceededException refused) {
      assertThat(fits(amount.abs())).isFalse();
    }
  }

  @Property
  void equal_amounts_are_equal_however_they_were_written(
      @ForAll("quantities") Quantity quantity, @ForAll("zeros") int zeros) {
    BigDecimal wider = quantity.toBigDecimal().setScale(quantity.scale() + zeros);

    assertThat(Quantity.of(wider)).isEqualTo(quantity).hasSameHashCodeAs(quantity);
  }

  @Property
  void what_the_ledger_counts_comes_back_the_same(
      @ForAll("quantities") Quantity quantity, @ForAll("scales") int decimals) {
    if (quantity.scale() <= decimals) {
      long units = quantity.toUnits(decimals);

      assertThat(BigDecimal.valueOf(units, decimals)).isEqualByComparingTo(quantity.toBigDecimal());
      assertThat(Quantity.ofUnits(units, decimals)).isEqualTo(quantity);
    } else {
      assertThatThrownBy(() -> quantity.toUnits(decimals))
          .isInstanceOf(InvalidInputException.class);
    }
  }

  @Property
  void the_order_is_that_of_the_numbers_and_agrees_with_equality(
      @ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
    assertThat(Integer.signum(a.compareTo(b)))
        .isEqualTo(a.toBigDecimal().compareTo(b.toBigDecimal()));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
  }

  @Provide
  Arbitrary<Quantity> quantities() {
    Arbitrary<Long> any = Arbitraries.longs().between(0, Quantity.UNSCALED_MAX);
    Arbitrary<Long> few = Arbitraries.longs().between(0, 2_000);
    return Combinators.combine(Arbitraries.oneOf(any, few), scales()).as(Quantity::new);
  }

  @Provide
  Arbitrary<Integer> scales() {
    return Arbitraries.integers().between(0, Quantity.SCALE_MAX);
  }

  @Provide
  Arbitrary<Integer> zeros() {
    return Arbitraries.integers().between(0, 60);
  }

  @Provide
  Arbitrary<String> nearly() {
    return Arbitraries.strings().withChars("0123456789.-+eE ,\u0661\uFF11").ofMaxLength(34);
  }

  /** Whether an amount can be held in at most six decimals below the limit. */
  private static boolean fits(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return new BigDecimal(plain.unscaledValue(), Math.min(plain.scale(), 0)).compareTo(MAX) <= 0;
  }
}
