package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.Applied;
import io.omnicommerce.storage.CommitResult.ContentDiffers;
import io.omnicommerce.storage.CommitResult.NotHeld;
import io.omnicommerce.storage.CommitResult.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many callers, one account or one group: somebody wins, and everybody is told the truth. */
@Tag("race")
public abstract class LedgerRaceContract extends StorageContract {

  private static final AccountId MUG = stock("MUG");
  private static final AccountId PLATE = stock("PLATE");

  /** How many callers race. */
  protected int callers() {
    return 8;
  }

  /** How often a race of one group is run. */
  protected int rounds() {
    return 20 * Race.scale();
  }

  // L38: exactly the stock is sold, and nobody meets anything but "out of stock"
  @Test
  void of_many_buyers_exactly_as_many_succeed_as_there_are_units() {
    int units = 200 * Race.scale();
    receive(MUG, units);

    List<CommitResult> results = race(i -> many(units / 4, n -> hold(i + "-" + n, take(MUG, 1))));

    assertThat(results)
        .allSatisfy(r -> assertThat(r).isInstanceOfAny(Applied.class, Refused.class));
    assertThat(results).filteredOn(CommitResult::isApplied).hasSize(units);
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, units, units, 0, false));
  }

  // L38, L42: nobody is refused who fitted, and a refusal takes nothing of the other account
  @Test
  void nobody_is_refused_who_would_have_fitted() {
    receive(MUG, 400);
    receive(PLATE, 10_000);

    List<CommitResult> results =
        race(
            i ->
                many(
                    60,
                    n ->
                        n % 4 == 0
                            ? hold(i + "-" + n, take(MUG, 1 + n % 3), take(PLATE, 1))
                            : hold(i + "-" + n, take(MUG, 1 + n % 3))));

    long left = balance(MUG).available();
    assertThat(results)
        .filteredOn(r -> r instanceof Refused)
        .isNotEmpty()
        .allSatisfy(
            r -> assertThat(((Refused) r).shortfalls().get(0).wanted()).isGreaterThan(left));
    assertThat(left).isNotNegative();
  }

  // L63, L64: a caller who is not sure asks again with the same id
  @Test
  void the_same_id_from_many_callers_is_applied_once() {
    receive(MUG, 100);

    List<CommitResult> results = race(i -> many(10, n -> hold("id-" + n, take(MUG, 2))));

    assertThat(results)
        .allSatisfy(r -> assertThat(r).isInstanceOfAny(Applied.class, AlreadyApplied.class));
    assertThat(results).filteredOn(CommitResult::isApplied).hasSize(10);
    assertThat(balance(MUG).held()).isEqualTo(20);
  }

  @Test
  void of_two_contents_under_one_id_one_wins() {
    receive(MUG, 1_000);

    List<CommitResult> results = race(i -> many(10, n -> post("id-" + n, take(MUG, 1 + i % 2))));

    assertThat(results).filteredOn(CommitResult::isApplied).hasSize(10);
    assertThat(results)
        .allSatisfy(
            r ->
                assertThat(r)
                    .isInstanceOfAny(Applied.class, AlreadyApplied.class, ContentDiffers.class));
  }

  // ABUSE 66, L42
  @Test
  void two_accounts_in_either_order_never_block_each_other_for_ever() {
    receive(MUG, 100_000);
    receive(PLATE, 100_000);

    List<CommitResult> results =
        race(
            i ->
                many(
                    25 * Race.scale(),
                    n ->
                        i % 2 == 0
                            ? hold(i + "-" + n, take(MUG, 1), take(PLATE, 1))
                            : hold(i + "-" + n, take(PLATE, 1), take(MUG, 1))));

    assertThat(results).allMatch(CommitResult::isApplied);
    assertThat(balance(MUG).held()).isEqualTo(results.size());
    assertThat(balance(PLATE).held()).isEqualTo(results.size());
  }

  // L41: one compare-and-set decides for the whole group
  @Test
  void confirm_and_expire_have_one_winner_for_all_lines() {
    receive(MUG, 1_000_000);
    receive(PLATE, 1_000_000);

    for (int round = 0; round < rounds(); round++) {
      String id = "g-" + round;
      long heldBefore = balance(MUG).held();
      applied(hold(id, take(MUG, 2), take(PLATE, 3)));
      clock.advance(LIFE.minusMillis(1));

      List<Object> outcomes = Race.run(2, i -> i == 0 ? retrying(confirm(id)) : expire());

      boolean confirmed = ((CommitResult) outcomes.get(0)).isApplied();
      assertThat(outcomes.get(1)).isEqualTo(confirmed ? 0 : 1);
      assertThat(stateOf(id)).isEqualTo(confirmed ? HoldState.CONFIRMED : HoldState.EXPIRED);
      assertThat(openOf(id)).isEqualTo(confirmed ? List.of(2L, 3L) : List.of(0L, 0L));
      assertThat(balance(MUG).held()).isEqualTo(heldBefore + (confirmed ? 2 : 0));
    }
  }

  // L40
  @Test
  void two_ends_of_a_group_have_one_winner_for_all_lines() {
    receive(MUG, 1_000_000);
    receive(PLATE, 1_000_000);

    for (int round = 0; round < rounds(); round++) {
      String id = "g-" + round;
      long before = balance(MUG).posted();
      applied(hold(id, take(MUG, 2), take(PLATE, 3)));
      applied(confirm(id));

      List<CommitResult> results =
          Race.run(4, i -> retrying(i % 2 == 0 ? postAll(id) : release(id)));

      assertThat(results).filteredOn(CommitResult::isApplied).hasSize(1);
      assertThat(results).filteredOn(r -> r instanceof AlreadyApplied).hasSize(1);
      assertThat(results).filteredOn(r -> r instanceof NotHeld).hasSize(2);
      boolean posted = stateOf(id) == HoldState.POSTED;
      assertThat(balance(MUG))
          .isEqualTo(new Balance(MUG, EACH, before - (posted ? 2 : 0), 0, 0, false));
      assertThat(openOf(id)).containsOnly(0L);
    }
  }

  // L44, L59: what the prototype got wrong without the group's row
  @Test
  void parts_of_a_line_never_add_up_to_more_than_the_line() {
    receive(MUG, 1_000_000);

    for (int round = 0; round < rounds(); round++) {
      String id = "g-" + round;
      long before = balance(MUG).posted();
      applied(hold(id, take(MUG, 10)));
      applied(confirm(id));

      List<Long> posted = Race.run(callers(), i -> postedBy(id, i));

      long total = posted.stream().mapToLong(Long::longValue).sum();
      assertThat(stateOf(id).isEnded()).isTrue();
      assertThat(balance(MUG).held()).isZero();
      assertThat(before - balance(MUG).posted()).isBetween(total, 10L);
    }
  }

  @Test
  void buyers_who_free_dead_carts_at_the_same_time_give_nothing_back_twice() {
    receive(MUG, 20);
    for (int round = 0; round < rounds() / 4; round++) {
      for (int i = 0; i < 10; i++) {
        applied(hold("dead-" + round + "-" + i, take(MUG, 2)));
      }
      clock.advance(LIFE);
      int number = round;

      List<CommitResult> results =
          race(i -> many(4, n -> hold("r" + number + "-" + i + "-" + n, take(MUG, 1))));

      assertThat(results).filteredOn(CommitResult::isApplied).hasSize(20);
      assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 20, 20, 0, false));
      clock.advance(LIFE);
      while (storage.maintenance().expireDue(100) > 0) {
        assertThat(balance(MUG).posted()).isEqualTo(20);
      }
    }
  }

  @Test
  void several_sweepers_expire_each_group_once() {
    receive(MUG, 1_000);
    IntStream.range(0, 40).forEach(i -> applied(hold("g-" + i, take(MUG, 5))));
    clock.advance(LIFE);

    List<Integer> expired = Race.run(callers(), i -> storage.maintenance().expireDue(1_000));

    assertThat(expired.stream().mapToInt(Integer::intValue).sum()).isEqualTo(40);
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 1_000, 0, 0, false));
  }

  private List<CommitResult> race(IntFunction<List<LedgerStep>> stepsOfCaller) {
    return Race.run(callers(), i -> stepsOfCaller.apply(i).stream().map(this::retrying).toList())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<LedgerStep> many(int count, IntFunction<LedgerStep> step) {
    return IntStream.range(0, count).mapToObj(step).toList();
  }

  private CommitResult retrying(LedgerStep step) {
    return Race.retrying(() -> commit(step));
  }

  private int expire() {
    clock.advance(Duration.ofMillis(1));
    return storage.maintenance().expireDue(10);
  }

  /** What a caller posts who ships in parts, beside one who ships or gives up the rest. */
  private long postedBy(String id, int caller) {
    if (caller < 2) {
      retrying(caller == 0 ? postAll(id) : release(id));
      return 0;
    }
    long posted = 0;
    for (int i = 0; i < 3; i++) {
      posted += retrying(postLine(id, 1, 2)).isApplied() ? 2 : 0;
    }
    return posted;
  }

  private List<Long> openOf(String id) {
    return new ArrayList<>(group(id).lines().stream().map(HoldLine::open).toList());
  }
}
