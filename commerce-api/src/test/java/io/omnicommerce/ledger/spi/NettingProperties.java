package io.omnicommerce.ledger.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.money.ArithmeticOverflowException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NettingProperties {

  private static final String UNIT = "each";

  @Property
  void a_posted_batch_changes_each_account_by_what_goes_in_less_what_goes_out(
      @ForAll("legs") List<Leg> legs) {
    Netting netting = new Netting();

    netting.post(Batch.of(BatchId.of("b"), legs));

    assertThat(netting.changes())
        .allSatisfy(
            change -> {
              BigInteger in = sum(legs, l -> l.to().equals(change.account()) ? l.amount() : 0);
              BigInteger out = sum(legs, l -> l.from().equals(change.account()) ? l.amount() : 0);
              assertThat(change.posted()).isEqualTo(in.subtract(out).longValueExact());
              assertThat(change.held()).isZero();
              assertThat(change.wanted())
                  .isEqualTo(out.subtract(in).max(BigInteger.ZERO).longValueExact());
            });
  }

  @Property
  void what_is_moved_between_bounded_accounts_is_conserved(@ForAll("inner") List<Leg> legs) {
    Netting netting = new Netting();

    netting.post(Batch.of(BatchId.of("b"), legs));

    assertThat(netting.changes().stream().mapToLong(AccountChange::posted).sum()).isZero();
  }

  @Property
  void a_held_batch_takes_and_gives_nothing(@ForAll("legs") List<Leg> legs) {
    Netting netting = new Netting();

    netting.hold(Batch.of(BatchId.of("b"), legs));

    assertThat(netting.changes())
        .allSatisfy(
            change -> {
              BigInteger out = sum(legs, l -> l.from().equals(change.account()) ? l.amount() : 0);
              assertThat(change.held()).isEqualTo(out.longValueExact()).isPositive();
              assertThat(change.posted()).isZero();
              assertThat(change.available()).isEqualTo(-change.held());
            });
  }

  @Property
  void holding_then_posting_ends_where_posting_at_once_does(@ForAll("legs") List<Leg> legs) {
    Netting together = new Netting();
    Netting atOnce = new Netting();

    together.hold(Batch.of(BatchId.of("b"), legs));
    legs.forEach(leg -> together.postLine(line(leg), leg.amount()));
    atOnce.post(Batch.of(BatchId.of("b"), legs));

    assertThat(effects(together)).isEqualTo(effects(atOnce));
  }

  @Property
  void holding_then_releasing_changes_nothing(@ForAll("legs") List<Leg> legs) {
    Netting netting = new Netting();

    netting.hold(Batch.of(BatchId.of("b"), legs));
    legs.forEach(leg -> netting.releaseLine(line(leg), leg.amount()));

    assertThat(netting.changes()).allMatch(c -> c.posted() == 0 && c.held() == 0 && !c.isGuarded());
  }

  @Property
  void a_batch_is_a_set_and_accounts_come_once_in_the_order_of_their_names(
      @ForAll("legs") List<Leg> legs, @ForAll Random random) {
    List<Leg> shuffled = new ArrayList<>(legs);
    Collections.shuffle(shuffled, random);
    Netting one = new Netting();
    Netting other = new Netting();

    one.post(Batch.of(BatchId.of("b"), legs));
    other.post(Batch.of(BatchId.of("b"), shuffled));

    assertThat(other.changes()).isEqualTo(one.changes());
    assertThat(one.changes().stream().map(c -> c.account().toString()).toList())
        .isSorted()
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.startsWith("@"));
  }

  @Property
  void an_account_leaves_as_much_behind_as_the_strictest_leg_asks(@ForAll("legs") List<Leg> legs) {
    Netting netting = new Netting();

    netting.hold(Batch.of(BatchId.of("b"), legs));

    assertThat(netting.changes())
        .allSatisfy(
            change -> {
              List<Leg> taking =
                  legs.stream().filter(leg -> leg.from().equals(change.account())).toList();
              long strictest =
                  taking.stream()
                      .mapToLong(leg -> leg.leave().orElse(Long.MIN_VALUE))
                      .max()
                      .orElseThrow();
              assertThat(change.leaves()).isEqualTo(strictest);
              assertThat(change.forced()).isEqualTo(taking.stream().anyMatch(Leg::forced));
            });
  }

  @Property
  void L2_sums_are_exact_or_refused(@ForAll("huge") List<Leg> legs) {
    Netting netting = new Netting();
    BigInteger taken = sum(legs, Leg::amount);

    if (taken.bitLength() > 63) {
      assertThatThrownBy(
              () -> {
                netting.hold(Batch.of(BatchId.of("b"), legs));
                netting.changes();
              })
          .isInstanceOf(ArithmeticOverflowException.class);
    } else {
      netting.hold(Batch.of(BatchId.of("b"), legs));
      assertThat(netting.changes().get(0).wanted()).isEqualTo(taken.longValueExact());
    }
  }

  @Property
  void L2_a_change_is_exact_or_refused(@ForAll long posted, @ForAll long held) {
    BigInteger exact = BigInteger.valueOf(posted).subtract(BigInteger.valueOf(held));

    if (exact.abs().bitLength() > 63) {
      assertThatThrownBy(() -> change(posted, held))
          .isInstanceOf(ArithmeticOverflowException.class);
    } else {
      AccountChange change = change(posted, held);
      assertThat(change.available()).isEqualTo(exact.longValueExact());
      assertThat(change.wanted()).isEqualTo(exact.negate().max(BigInteger.ZERO).longValueExact());
      assertThat(change.isGuarded()).isEqualTo(exact.signum() < 0);
    }
  }

  @Provide
  Arbitrary<List<Leg>> legs() {
    return legs(Arbitraries.of("stock/a/L", "stock/b/L", "coupon/c", "@received", "@shipped"));
  }

  @Provide
  Arbitrary<List<Leg>> inner() {
    return legs(Arbitraries.of("stock/a/L", "stock/b/L", "stock/c/L"));
  }

  @Provide
  Arbitrary<List<Leg>> huge() {
    AccountId from = AccountId.of("stock", "a");
    return Arbitraries.longs()
        .greaterOrEqual(1)
        .map(amount -> Leg.of(from, AccountId.contra("@out"), amount, UNIT))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Arbitrary<List<Leg>> legs(Arbitrary<String> names) {
    Arbitrary<OptionalLong> leave =
        Arbitraries.longs().map(OptionalLong::of).injectNull(0.5).map(NettingProperties::orEmpty);
    return Combinators.combine(
            names, names, Arbitraries.longs().between(1, 1_000), leave, Arbitraries.of(true, false))
        .filter((from, to, amount, least, forced) -> !from.equals(to))
        .as(
            (from, to, amount, least, forced) ->
                new Leg(AccountId.parse(from), AccountId.parse(to), amount, UNIT, least, forced))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static OptionalLong orEmpty(OptionalLong given) {
    return given == null ? OptionalLong.empty() : given;
  }

  private static AccountChange change(long posted, long held) {
    return new AccountChange(
        AccountId.of("stock", "a"), UNIT, posted, held, Long.MIN_VALUE, false, 0);
  }

  private static HoldLine line(Leg leg) {
    return new HoldLine(1, leg.from(), leg.to(), UNIT, leg.amount(), leg.amount());
  }

  private static List<String> effects(Netting netting) {
    return netting.changes().stream()
        .map(change -> change.account() + " " + change.posted() + " " + change.held())
        .toList();
  }

  private static BigInteger sum(List<Leg> legs, ToLongFunction<Leg> part) {
    return legs.stream()
        .map(leg -> BigInteger.valueOf(part.applyAsLong(leg)))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
