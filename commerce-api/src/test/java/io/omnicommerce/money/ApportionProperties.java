package io.omnicommerce.money;

import static io.omnicommerce.money.Exact.big;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.InvalidInputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Negative;
import net.jqwik.api.constraints.Size;

class ApportionProperties {

  @Property
  void L6_the_shares_add_up(@ForAll("totals") long total, @ForAll("weights") long[] weights) {
    long[] shares = Apportion.byLargestRemainder(total, weights);

    assertThat(sum(shares)).isEqualTo(big(total));
  }

  @Property
  void L6_each_share_lies_within_one_unit_of_its_proportion(
      @ForAll("totals") long total, @ForAll("weights") long[] weights) {
    BigInteger weight = sum(weights);
    Assume.that(weight.signum() > 0);

    long[] shares = Apportion.byLargestRemainder(total, weights);

    for (int i = 0; i < shares.length; i++) {
      BigInteger distance = big(shares[i]).multiply(weight).subtract(product(total, weights[i]));
      assertThat(distance.abs()).isLessThan(weight);
      assertThat(shares[i] == 0 || Long.signum(shares[i]) == Long.signum(total)).isTrue();
    }
  }

  @Property
  void L6_a_total_within_the_weights_takes_from_none_more_than_it_has(
      @ForAll("weights") long[] weights, @ForAll @LongRange(max = Long.MAX_VALUE) long wish) {
    long total = big(wish).min(sum(weights)).longValueExact();

    long[] shares = Apportion.byLargestRemainder(total, weights);

    for (int i = 0; i < shares.length; i++) {
      assertThat(shares[i]).isBetween(0L, weights[i]);
    }
  }

  @Property
  void L6_no_share_but_those_with_the_largest_remainders_is_rounded_up(
      @ForAll @LongRange(max = Long.MAX_VALUE) long total, @ForAll("weights") long[] weights) {
    BigInteger weight = sum(weights);
    Assume.that(weight.signum() > 0);

    long[] shares = Apportion.byLargestRemainder(total, weights);

    assertThat(shares).containsExactly(expected(total, weights, weight));
  }

  @Property
  void L7_the_split_is_by_line_whatever_the_order_of_the_list(
      @ForAll("totals") long total, @ForAll("weights") long[] weights, @ForAll Random random) {
    List<Integer> lines = new ArrayList<>(IntStream.range(0, weights.length).boxed().toList());
    long[] before = Apportion.byLargestRemainder(total, weights);

    Collections.shuffle(lines, random);
    lines.sort(Comparator.naturalOrder());
    long[] after =
        Apportion.byLargestRemainder(total, lines.stream().mapToLong(i -> weights[i]).toArray());

    assertThat(after).containsExactly(before);
  }

  @Property
  void L7_equal_lines_differ_by_one_unit_and_the_first_has_more(
      @ForAll @LongRange(max = Long.MAX_VALUE) long total,
      @ForAll @LongRange(max = Long.MAX_VALUE) long weight,
      @ForAll("counts") int count) {
    long[] weights = new long[count];
    Arrays.fill(weights, weight);

    long[] shares = Apportion.byLargestRemainder(total, weights);

    assertThat(shares).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(shares[0] - shares[count - 1]).isBetween(0L, 1L);
  }

  @Property
  void L8_without_any_weight_the_shares_are_even(
      @ForAll("totals") long total, @ForAll("counts") int count) {
    long[] ones = new long[count];
    Arrays.fill(ones, 1);

    assertThat(Apportion.byLargestRemainder(total, new long[count]))
        .containsExactly(Apportion.byLargestRemainder(total, ones));
  }

  @Property
  void L8_nobody_can_take_nothing_but_not_something(@ForAll("totals") long total) {
    Assume.that(total != 0);

    assertThat(Apportion.byLargestRemainder(0)).isEmpty();
    assertThatThrownBy(() -> Apportion.byLargestRemainder(total))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(Apportion.INVALID));
  }

  @Property
  void a_negative_weight_is_refused(
      @ForAll("totals") long total,
      @ForAll @Size(max = 5) List<Long> others,
      @ForAll @Negative long w) {
    long[] weights =
        LongStream.concat(others.stream().mapToLong(o -> o), LongStream.of(w)).toArray();

    assertThatThrownBy(() -> Apportion.byLargestRemainder(total, weights))
        .isInstanceOf(InvalidInputException.class);
  }

  @Property
  void a_negative_total_is_split_as_its_opposite(
      @ForAll("totals") long total, @ForAll("weights") long[] weights) {
    long[] opposite = Apportion.byLargestRemainder(-total, weights);

    assertThat(Arrays.stream(opposite).map(share -> -share))
        .containsExactly(boxed(Apportion.byLargestRemainder(total, weights)));
  }

  @Provide
  Arbitrary<Long> totals() {
    return Arbitraries.longs().greaterOrEqual(-Long.MAX_VALUE);
  }

  @Provide
  Arbitrary<long[]> weights() {
    Arbitrary<Long> small = Arbitraries.longs().between(0, 9);
    Arbitrary<Long> any = Arbitraries.longs().greaterOrEqual(0);
    return Arbitraries.oneOf(small, any).array(long[].class).ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<Integer> counts() {
    return Arbitraries.integers().between(1, 40);
  }

  /** Hamilton's method as a textbook has it: one unit after the other to the largest remainder. */
  private static long[] expected(long total, long[] weights, BigInteger weight) {
    BigInteger[] remainders = new BigInteger[weights.length];
    long[] shares = new long[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = product(total, weights[i]).divide(weight).longValueExact();
      remainders[i] = product(total, weights[i]).mod(weight);
    }
    for (long left = big(total).subtract(sum(shares)).longValueExact(); left > 0; left--) {
      int largest = 0;
      for (int i = 1; i < remainders.length; i++) {
        if (remainders[i].compareTo(remainders[largest]) > 0) {
          largest = i;
        }
      }
      shares[largest]++;
      remainders[largest] = BigInteger.ONE.negate();
    }
    return shares;
  }

  private static BigInteger product(long total, long weight) {
    return big(total).multiply(big(weight));
  }

  private static BigInteger sum(long[] values) {
    return Arrays.stream(values).mapToObj(Exact::big).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static Long[] boxed(long[] values) {
    return Arrays.stream(values).boxed().toArray(Long[]::new);
  }
}
