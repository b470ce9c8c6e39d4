package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.NotHeld;
import io.omnicommerce.storage.CommitResult.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Groups and their lines: what is held, confirmed, posted in parts and given back. L36, L40, L44.
 */
public abstract class LedgerGroupsContract extends StorageContract {

  private static final AccountId MUG = stock("MUG");
  private static final AccountId PLATE = stock("PLATE");

  @BeforeEach
  void receive_ten_of_each() {
    receive(MUG, 10);
    receive(PLATE, 10);
  }

  @Test
  void a_hold_takes_out_of_what_is_available_and_posts_nothing() {
    applied(hold("a", take(MUG, 3)));

    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 10, 3, 0, false));
    assertThat(group("a"))
        .isEqualTo(
            new HoldGroup(
                BatchId.of("a"),
                HoldState.HELD,
                Optional.of(clock.instant().plus(LIFE)),
                List.of(new HoldLine(1, MUG, SHIPPED, EACH, 3, 3))));
  }

  @Test
  void confirming_touches_no_balance_but_counts_as_confirmed() {
    applied(hold("a", take(MUG, 3), take(PLATE, 1)));
    applied(hold("b", take(MUG, 2)));

    applied(confirm("a"));

    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 10, 5, 0, false));
    assertThat(confirmed()).isEqualTo(Map.of(MUG, 3L, PLATE, 1L));
  }

  @Test
  void posting_all_moves_every_line() {
    AccountId quarantine = AccountId.of("quarantine", "PLATE", "LON");
    applied(hold("a", take(MUG, 3), leg(PLATE, quarantine, 4)));
    applied(confirm("a"));

    applied(postAll("a"));

    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 7, 0, 0, false));
    assertThat(balance(PLATE)).isEqualTo(new Balance(PLATE, EACH, 6, 0, 0, false));
    assertThat(balance(quarantine)).isEqualTo(new Balance(quarantine, EACH, 4, 0, 0, false));
    assertThat(open("a")).containsExactly(0L, 0L);
    assertThat(confirmed().getOrDefault(MUG, 0L)).isZero();
  }

  @Test
  void releasing_gives_everything_back() {
    applied(hold("a", take(MUG, 3), take(PLATE, 1)));
    applied(hold("b", take(MUG, 3)));
    applied(confirm("b"));

    applied(release("a"));
    applied(release("b"));

    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 10, 0, 0, false));
    assertThat(balance(PLATE)).isEqualTo(new Balance(PLATE, EACH, 10, 0, 0, false));
    assertThat(confirmed().getOrDefault(MUG, 0L)).isZero();
  }

  @Test
  void a_batch_posted_at_once_has_no_lines_and_is_posted() {
    applied(post("a", take(MUG, 3)));

    assertThat(group("a"))
        .isEqualTo(new HoldGroup(BatchId.of("a"), HoldState.POSTED, Optional.empty(), List.of()));
  }

  @Test
  void lines_are_posted_and_released_in_parts_until_the_last_one_ends_the_group() {
    applied(hold("a", take(MUG, 5), take(PLATE, 2)));
    applied(confirm("a"));

    applied(postLine("a", 1, 3));
    applied(releaseLine("a", 1, 1));
    applied(postLine("a", 2, 2));
    HoldState beforeLast = stateOf("a");
    applied(releaseLine("a", 1, 1));

    assertThat(beforeLast).isEqualTo(HoldState.CONFIRMED);
    assertThat(stateOf("a")).isEqualTo(HoldState.POSTED);
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 7, 0, 0, false));
    assertThat(balance(PLATE)).isEqualTo(new Balance(PLATE, EACH, 8, 0, 0, false));
    assertThat(confirmed().getOrDefault(MUG, 0L)).isZero();
  }

  @Test
  void posting_the_last_line_ends_the_group_as_posted() {
    applied(hold("a", take(MUG, 2)));
    applied(confirm("a"));
    applied(releaseLine("a", 1, 1));

    applied(postLine("a", 1, 1));

    assertThat(stateOf("a")).isEqualTo(HoldState.POSTED);
    assertThat(commit(postAll("a"))).isEqualTo(new AlreadyApplied(BatchId.of("a")));
  }

  @Test
  void releasing_the_last_line_voids_a_group_of_which_nothing_was_posted() {
    applied(hold("a", take(MUG, 2), take(PLATE, 1)));
    applied(confirm("a"));

    applied(releaseLine("a", 2, 1), releaseLine("a", 1, 2));

    assertThat(stateOf("a")).isEqualTo(HoldState.VOIDED);
    assertThat(commit(release("a"))).isEqualTo(new AlreadyApplied(BatchId.of("a")));
  }

  @Test
  void releasing_the_rest_voids_the_group_and_leaves_what_was_posted() {
    applied(hold("a", take(MUG, 5)));
    applied(confirm("a"));
    applied(postLine("a", 1, 2));

    applied(release("a"));

    assertThat(stateOf("a")).isEqualTo(HoldState.VOIDED);
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 8, 0, 0, false));
  }

  @Test
  void more_than_is_open_is_refused_with_what_is_open() {
    applied(hold("a", take(MUG, 5)));
    applied(confirm("a"));
    applied(postLine("a", 1, 2));

    assertThat(commit(postLine("a", 1, 4)))
        .isEqualTo(new Refused(List.of(new Shortfall(MUG, 4, 3))));
    assertThat(commit(releaseLine("a", 1, 4)))
        .isEqualTo(new Refused(List.of(new Shortfall(MUG, 4, 3))));
    assertThat(open("a")).containsExactly(3L);
  }

  @Test
  void parts_of_one_line_in_one_decision_add_up() {
    applied(hold("a", take(MUG, 5)));
    applied(confirm("a"));

    assertThat(commit(postLine("a", 1, 3), releaseLine("a", 1, 3)))
        .isEqualTo(new Refused(List.of(new Shortfall(MUG, 3, 2))));
    assertThat(open("a")).containsExactly(5L);
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 10, 5, 0, false));
  }

  @Test
  void a_line_that_the_group_does_not_have_is_the_callers_mistake() {
    applied(hold("a", take(MUG, 5)));
    applied(confirm("a"));

    assertThatThrownBy(() -> commit(postLine("a", 2, 1))).isInstanceOf(InvalidInputException.class);
    assertThat(open("a")).containsExactly(5L);
  }

  @Test
  void steps_on_one_group_apply_in_their_order() {
    applied(hold("a", take(MUG, 5)));

    applied(confirm("a"), postLine("a", 1, 2), release("a"));

    assertThat(stateOf("a")).isEqualTo(HoldState.VOIDED);
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 8, 0, 0, false));
  }

  // An order on account is placed in one decision: nothing has to be asked between hold and
  // confirm.
  @Test
  void a_decision_may_confirm_what_it_holds() {
    AccountId credit = AccountId.of("credit", "ACME");

    applied(
        new LedgerStep.Hold(
            batch("a", take(MUG, 2), take(credit, 60)).opening(credit, -100), FOR_EVER),
        confirm("a"));

    assertThat(stateOf("a")).isEqualTo(HoldState.CONFIRMED);
    assertThat(ledger().confirmed(List.of(MUG, credit))).isEqualTo(Map.of(MUG, 2L, credit, 60L));
  }

  // L42: several steps apply all or none, whichever of them is the one that cannot.
  @Test
  void a_step_that_is_not_held_takes_the_others_with_it() {
    applied(hold("a", take(MUG, 2)));
    applied(hold("z", take(MUG, 2)));
    applied(release("z"));
    Balance before = balance(MUG);

    assertThat(commit(confirm("a"), hold("new", take(PLATE, 1)), confirm("z")))
        .isEqualTo(new NotHeld(BatchId.of("z"), Optional.of(HoldState.VOIDED)));
    assertThat(stateOf("a")).isEqualTo(HoldState.HELD);
    assertThat(ledger().batch(BatchId.of("new"))).isEmpty();
    assertThat(balance(MUG)).isEqualTo(before);
    assertThat(balance(PLATE).held()).isZero();
  }

  @Test
  void a_batch_that_is_there_already_answers_for_the_whole_decision() {
    applied(hold("a", take(MUG, 2)));
    applied(hold("b", take(PLATE, 1)));

    assertThat(commit(confirm("a"), hold("b", take(PLATE, 1))))
        .isEqualTo(new AlreadyApplied(BatchId.of("b")));
    assertThat(stateOf("a")).isEqualTo(HoldState.HELD);
  }

  @Test
  void a_shortage_takes_the_steps_on_groups_with_it() {
    applied(hold("a", take(MUG, 2)));

    assertThat(commit(confirm("a"), hold("b", take(PLATE, 11))))
        .isEqualTo(new Refused(List.of(new Shortfall(PLATE, 11, 10))));
    assertThat(stateOf("a")).isEqualTo(HoldState.HELD);
    assertThat(confirmed().getOrDefault(MUG, 0L)).isZero();
  }

  // A backorder is released and its goods are held in one decision, though nothing is left between.
  @Test
  void what_one_step_gives_back_another_may_take() {
    applied(hold("a", take(MUG, 10)));
    applied(confirm("a"));

    applied(release("a"), hold("b", take(MUG, 10)));

    assertThat(stateOf("a")).isEqualTo(HoldState.VOIDED);
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 10, 10, 0, false));
  }

  @Test
  void what_was_held_can_be_posted_whatever_has_happened_to_the_account_since() {
    applied(hold("a", take(MUG, 6)));
    applied(confirm("a"));
    applied(post("count", take(MUG, 9).asForced()));
    applied(floor(MUG, 100));

    applied(postAll("a"));

    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, -5, 0, 100, true));
  }

  @Test
  void an_unknown_batch_is_not_there() {
    assertThat(ledger().batch(BatchId.of("nobody"))).isEmpty();
  }

  private Map<AccountId, Long> confirmed() {
    return ledger().confirmed(List.of(MUG, PLATE));
  }

  private List<Long> open(String id) {
    return group(id).lines().stream().map(HoldLine::open).toList();
  }
}
