package io.omnicommerce.money;

import static io.omnicommerce.money.Exact.big;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What every way of giving out the minor units left over has to keep. */
class ProrationProperties {

  @Property
  void L6_the_shares_add_up_and_none_has_another_sign(
      @ForAll Proration proration,
      @ForAll("totals") long total,
      @ForAll("weights") long[] weights) {
    long[] shares = Apportion.of(proration).split(total, weights);

    assertThat(sum(shares)).isEqualTo(big(total));
    for (long share : shares) {
      assertThat(Long.signum(share)).isIn(0, Long.signum(total));
    }
  }

  @Property
  void L6_a_total_within_the_weights_takes_from_none_more_than_it_has(
      @ForAll Proration proration,
      @ForAll("weights") long[] weights,
      @ForAll @LongRange(max = Long.MAX_VALUE) long wish) {
    long total = big(wish).mod(sum(weights).add(BigInteger.ONE)).longValueExact();

    long[] shares = Apportion.of(proration).split(total, weights);

    for (int i = 0; i < shares.length; i++) {
      assertThat(shares[i]).isBetween(0L, weights[i]);
    }
  }

  @Property
  void L6_what_weighs_nothing_takes_nothing(
      @ForAll Proration proration,
      @ForAll("totals") long total,
      @ForAll("weights") long[] weights) {
    Assume.that(sum(weights).signum() > 0);

    long[] shares = Apportion.of(proration).split(total, weights);

    for (int i = 0; i < shares.length; i++) {
      assertThat(weights[i] > 0 || shares[i] == 0).isTrue();
    }
  }

  /** L6: |share · W − T · w| is below W, the sum of the weights. */
  @Property
  void L6_each_cumulative_or_floored_share_lies_within_one_unit_of_its_proportion(
      @ForAll("totals") long total, @ForAll("weights") long[] weights) {
    BigInteger weight = sum(weights);
    Assume.that(weight.signum() > 0);

    for (Proration proration : new Proration[] {Proration.CUMULATIVE, Proration.FLOOR_THEN_FIRST}) {
      long[] shares = Apportion.of(proration).split(total, weights);

      for (int i = 0; i < shares.length; i++) {
        BigInteger distance =
            big(shares[i]).multiply(weight).subtract(big(total).multiply(big(weights[i])));
        assertThat(distance.abs()).isLessThanOrEqualTo(weight);
      }
    }
  }

  @Property
  void L6_the_sums_of_cumulative_shares_are_the_exact_sums_rounded_half_up(
      @ForAll @LongRange(max = Long.MAX_VALUE) long total, @ForAll("weights") long[] weights) {
    BigInteger weight = sum(weights);
    Assume.that(weight.signum() > 0);

    long[] shares = Apportion.of(Proration.CUMULATIVE).split(total, weights);

    BigInteger given = BigInteger.ZERO;
    BigInteger weighed = BigInteger.ZERO;
    for (int i = 0; i < shares.length; i++) {
      given = given.add(big(shares[i]));
      weighed = weighed.add(big(weights[i]));
      assertThat(given)
          .isEqualTo(Exact.rounded(weighed.multiply(big(total)), weight, Rounding.HALF_UP));
    }
  }

  @Property
  void a_negative_total_is_split_as_its_opposite(
      @ForAll Proration proration,
      @ForAll("totals") long total,
      @ForAll("weights") long[] weights) {
    long[] opposite = Apportion.of(proration).split(-total, weights);

    assertThat(opposite)
        .containsExactly(
            Arrays.stream(Apportion.of(proration).split(total, weights))
                .map(share -> -share)
                .toArray());
  }

  @Property
  void L8_without_any_weight_the_shares_are_even_or_nobody_takes_anything(
      @ForAll Proration proration,
      @ForAll("totals") long total,
      @ForAll @LongRange(min = 1, max = 20) long count) {
    long[] none = new long[(int) count];
    long[] even = Apportion.of(proration).split(total, none);

    assertThat(sum(even)).isEqualTo(big(total));
    assertThat(new Apportion(proration, ZeroWeights.NONE).split(total, none))
        .containsOnly(0L)
        .hasSize(none.length);
  }

  @Property
  void L6_nobody_takes_more_than_its_cap_and_nothing_is_lost_while_somebody_has_room(
      @ForAll Proration proration,
      @ForAll("totals") long total,
      @ForAll("weights") long[] weights,
      @ForAll("weights") long[] caps) {
    long[] most = Arrays.copyOf(caps, weights.length);
    Assume.that(sum(weights).signum() > 0);

    long[] shares = Apportion.of(proration).splitWithin(total, weights, most);

    BigInteger room = BigInteger.ZERO;
    for (int i = 0; i < shares.length; i++) {
      room = room.add(weights[i] > 0 ? big(most[i]) : BigInteger.ZERO);
      assertThat(Math.abs(shares[i])).isLessThanOrEqualTo(most[i]);
      assertThat(Long.signum(shares[i])).isIn(0, Long.signum(total));
    }
    assertThat(sum(shares)).isEqualTo(room.min(big(total).abs()).multiply(big(Long.signum(total))));
  }

  @Property
  void a_cap_that_nobody_reaches_changes_nothing(
      @ForAll Proration proration,
      @ForAll("totals") long total,
      @ForAll("weights") long[] weights) {
    long[] most = new long[weights.length];
    Arrays.fill(most, Long.MAX_VALUE);
    long[] free = Apportion.of(proration).split(total, weights);

    assertThat(Apportion.of(proration).splitWithin(total, weights, most)).containsExactly(free);
    assertThat(Apportion.of(proration).splitDropping(total, weights, most)).containsExactly(free);
  }

  /** Those with room have the proportions of a split among themselves. */
  @Property
  void the_others_take_what_a_full_share_cannot_in_the_same_proportion(
      @ForAll Proration proration,
      @ForAll @LongRange(max = 1_000_000) long total,
      @ForAll("smallWeights") long[] weights,
      @ForAll("smallWeights") long[] caps) {
    long[] most = Arrays.copyOf(caps, weights.length);
    long[] shares = Apportion.of(proration).splitWithin(total, weights, most);

    long left = total;
    long[] open = weights.clone();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] == most[i]) {
        left -= shares[i];
        open[i] = 0;
      }
    }
    Assume.that(left > 0 && sum(open).signum() > 0);
    long[] others = Apportion.of(proration).split(left, open);
    for (int i = 0; i < shares.length; i++) {
      assertThat(open[i] == 0 || Math.abs(others[i] - shares[i]) <= 2).isTrue();
    }
  }

  @Provide
  Arbitrary<Long> totals() {
    return Arbitraries.oneOf(
        Arbitraries.longs().greaterOrEqual(-Long.MAX_VALUE),
        Arbitraries.longs().between(-1000, 1000));
  }

  @Provide
  Arbitrary<long[]> weights() {
    Arbitrary<Long> small = Arbitraries.longs().between(0, 9);
    Arbitrary<Long> any = Arbitraries.longs().greaterOrEqual(0);
    return Arbitraries.oneOf(small, small, any).array(long[].class).ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<long[]> smallWeights() {
    return Arbitraries.longs().between(1, 100_000).array(long[].class).ofMinSize(1).ofMaxSize(12);
  }

  private static BigInteger sum(long[] values) {
    return Arrays.stream(values).mapToObj(Exact::big).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
