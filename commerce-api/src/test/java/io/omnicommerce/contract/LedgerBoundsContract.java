package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.Refused;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Floors, what must be left behind, and netting: what an account gives and what it refuses. */
public abstract class LedgerBoundsContract extends StorageContract {

  private static final AccountId MUG = stock("MUG");
  private static final AccountId PLATE = stock("PLATE");
  private static final AccountId BOWL = stock("BOWL");
  private static final AccountId CREDIT = AccountId.of("credit", "ACME");

  // L38
  @Test
  void the_last_unit_can_be_taken_and_not_one_more() {
    receive(MUG, 2);

    applied(hold("a", take(MUG, 2)));

    assertThat(commit(hold("b", take(MUG, 1)))).isEqualTo(refused(new Shortfall(MUG, 1, 0)));
    assertThat(commit(post("c", take(MUG, 1)))).isEqualTo(refused(new Shortfall(MUG, 1, 0)));
  }

  @Test
  void an_account_that_nobody_has_named_has_nothing_to_give_and_is_not_opened() {
    CommitResult result = commit(hold("a", take(MUG, 1)));

    assertThat(result).isEqualTo(refused(new Shortfall(MUG, 1, 0)));
    assertThat(ledger().balances(List.of(MUG))).isEmpty();
  }

  // L42: all lines or none
  @Test
  void a_refusal_names_every_account_that_is_short_and_takes_nothing() {
    receive(MUG, 2);
    receive(PLATE, 9);
    receive(BOWL, 1);

    CommitResult result =
        commit(hold("a", take(MUG, 3), take(PLATE, 1), take(BOWL, 5), take(stock("NONE"), 1)));

    assertThat(result)
        .isEqualTo(
            refused(
                new Shortfall(BOWL, 5, 1),
                new Shortfall(MUG, 3, 2),
                new Shortfall(stock("NONE"), 1, 0)));
    assertThat(List.of(balance(MUG).held(), balance(PLATE).held(), balance(BOWL).held()))
        .containsOnly(0L);
    assertThat(ledger().balances(List.of(stock("NONE")))).isEmpty();
  }

  @Test
  void a_refused_id_is_free_for_another_try() {
    receive(MUG, 2);
    commit(hold("a", take(MUG, 3)));

    applied(hold("a", take(MUG, 2)));

    assertThat(balance(MUG).held()).isEqualTo(2);
  }

  // L43: a bundle may name one SKU twice
  @Test
  void an_account_named_twice_is_asked_for_the_sum() {
    receive(MUG, 5);

    assertThat(commit(hold("a", take(MUG, 3), take(MUG, 3))))
        .isEqualTo(refused(new Shortfall(MUG, 6, 5)));
    applied(hold("b", take(MUG, 3), take(MUG, 2)));
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 5, 5, 0, false));
    assertThat(group("b").lines()).hasSize(2);
  }

  @Test
  void a_posted_batch_is_judged_by_its_net() {
    receive(MUG, 1);

    applied(post("kit", take(MUG, 5), leg(RECEIVED, MUG, 4)));

    assertThat(balance(MUG).posted()).isZero();
    assertThat(commit(post("more", take(MUG, 5), leg(RECEIVED, MUG, 4))))
        .isEqualTo(refused(new Shortfall(MUG, 1, 0)));
  }

  @Test
  void what_a_hold_will_give_is_not_there_yet() {
    receive(MUG, 5);

    CommitResult result = commit(hold("a", leg(MUG, PLATE, 5), take(PLATE, 5)));

    assertThat(result).isEqualTo(refused(new Shortfall(PLATE, 5, 0)));
  }

  // L45
  @Test
  void a_move_between_two_bounded_accounts_changes_both() {
    receive(MUG, 5);

    applied(post("move", leg(MUG, PLATE, 2)));

    assertThat(balance(MUG).posted()).isEqualTo(3);
    assertThat(balance(PLATE).posted()).isEqualTo(2);
    assertThat(commit(post("again", leg(MUG, PLATE, 4))))
        .isEqualTo(refused(new Shortfall(MUG, 4, 3)));
  }

  @Test
  void a_leg_can_leave_some_behind_and_is_told_what_remains_above_that() {
    receive(MUG, 5);

    assertThat(commit(hold("a", take(MUG, 4).leaving(2))))
        .isEqualTo(refused(new Shortfall(MUG, 4, 3)));
    applied(hold("b", take(MUG, 3).leaving(2)));
    assertThat(commit(hold("c", take(MUG, 1).leaving(2))))
        .isEqualTo(refused(new Shortfall(MUG, 1, 0)));
    applied(hold("d", take(MUG, 2)));
  }

  @Test
  void the_strictest_of_several_legs_on_an_account_counts() {
    receive(MUG, 5);

    CommitResult result = commit(hold("a", take(MUG, 2).leaving(1), take(MUG, 2).leaving(2)));

    assertThat(result).isEqualTo(refused(new Shortfall(MUG, 4, 3)));
  }

  @Test
  void leaving_less_than_the_floor_does_not_lower_it() {
    receive(MUG, 5);
    applied(floor(MUG, 3));

    assertThat(commit(hold("a", take(MUG, 3).leaving(1))))
        .isEqualTo(refused(new Shortfall(MUG, 3, 2)));
    assertThat(commit(hold("b", take(MUG, 3).leaving(-9))))
        .isEqualTo(refused(new Shortfall(MUG, 3, 2)));
  }

  @Test
  void safety_stock_is_never_sold() {
    receive(MUG, 5);
    applied(floor(MUG, 2));

    applied(hold("a", take(MUG, 3)));

    assertThat(commit(hold("b", take(MUG, 1)))).isEqualTo(refused(new Shortfall(MUG, 1, 0)));
    assertThat(balance(MUG).available()).isZero();
  }

  // L30: a customer's uses of a coupon, opened at nothing, with the limit in the rule
  @Test
  void an_account_can_be_opened_with_a_floor_below_nothing_and_bounded_by_the_leg() {
    AccountId uses = AccountId.of("coupon", "SAVE10", "ada");

    applied(
        new LedgerStep.Hold(batch("a", take(uses, 2).leaving(-2)).opening(uses, -1_000), FOR_EVER));

    assertThat(balance(uses)).isEqualTo(new Balance(uses, EACH, 0, 2, -1_000, false));
    assertThat(commit(hold("b", take(uses, 1).leaving(-2))))
        .isEqualTo(refused(new Shortfall(uses, 1, 0)));
    applied(hold("c", take(uses, 1).leaving(-3)));
  }

  // L82: credit that may go below nothing, and no further
  @Test
  void an_opening_is_a_floor_and_changes_no_account_that_is_there() {
    applied(new LedgerStep.Post(batch("a", take(CREDIT, 60)).opening(CREDIT, -100)));

    assertThat(balance(CREDIT)).isEqualTo(new Balance(CREDIT, EACH, -60, 0, -100, false));
    assertThat(commit(new LedgerStep.Post(batch("b", take(CREDIT, 60)).opening(CREDIT, -999))))
        .isEqualTo(refused(new Shortfall(CREDIT, 60, 40)));
    assertThat(balance(CREDIT).floorAt()).isEqualTo(-100);
  }

  @Test
  void an_account_opened_with_a_floor_above_nothing_is_breached_until_it_is_filled() {
    applied(new LedgerStep.Post(batch("a", leg(RECEIVED, MUG, 3)).opening(MUG, 5)));
    Balance begun = balance(MUG);

    receive(MUG, 2);

    assertThat(begun).isEqualTo(new Balance(MUG, EACH, 3, 0, 5, true));
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 5, 0, 5, false));
  }

  // ABUSE 63, X12: a count may find less than is promised
  @Test
  void a_fact_passes_the_floor_and_marks_the_account_until_it_heals() {
    receive(MUG, 5);
    applied(hold("a", take(MUG, 4)));

    applied(post("count", take(MUG, 3).asForced()));
    Balance counted = balance(MUG);
    receive(MUG, 1);
    Balance stillShort = balance(MUG);
    receive(MUG, 1);

    assertThat(counted).isEqualTo(new Balance(MUG, EACH, 2, 4, 0, true));
    assertThat(stillShort).isEqualTo(new Balance(MUG, EACH, 3, 4, 0, true));
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 4, 4, 0, false));
  }

  @Test
  void a_breached_account_gives_nothing_and_takes_everything() {
    receive(MUG, 1);
    applied(post("count", take(MUG, 4).asForced()));

    assertThat(commit(hold("a", take(MUG, 1)))).isEqualTo(refused(new Shortfall(MUG, 1, 0)));
    receive(MUG, 4);
    applied(hold("b", take(MUG, 1)));
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 1, 1, 0, false));
  }

  @Test
  void a_fact_within_the_floor_breaches_nothing() {
    receive(MUG, 5);

    applied(post("count", take(MUG, 2).asForced()));

    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 3, 0, 0, false));
  }

  @Test
  void releasing_a_hold_heals_as_well() {
    receive(MUG, 5);
    applied(hold("a", take(MUG, 4)));
    applied(post("count", take(MUG, 3).asForced()));

    applied(release("a"));

    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 2, 0, 0, false));
  }

  @Test
  void a_fact_about_one_account_excuses_no_other() {
    receive(MUG, 1);

    CommitResult result = commit(post("count", take(MUG, 3).asForced(), take(PLATE, 2)));

    assertThat(result).isEqualTo(refused(new Shortfall(PLATE, 2, 0)));
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 1, 0, 0, false));
  }

  @Test
  void a_floor_is_moved_whatever_is_there() {
    receive(MUG, 5);

    applied(floor(MUG, 8));
    Balance raised = balance(MUG);
    applied(floor(MUG, 4));
    Balance lowered = balance(MUG);
    applied(floor(PLATE, 2));

    assertThat(raised).isEqualTo(new Balance(MUG, EACH, 5, 0, 8, true));
    assertThat(lowered).isEqualTo(new Balance(MUG, EACH, 5, 0, 4, false));
    assertThat(balance(PLATE)).isEqualTo(new Balance(PLATE, EACH, 0, 0, 2, true));
  }

  @Test
  void a_floor_moves_before_the_movements_of_its_decision_are_judged() {
    receive(MUG, 5);
    applied(floor(MUG, 5));

    assertThat(commit(floor(MUG, 3), hold("a", take(MUG, 3))))
        .isEqualTo(refused(new Shortfall(MUG, 3, 2)));
    assertThat(balance(MUG).floorAt()).isEqualTo(5);
    applied(floor(MUG, 3), hold("b", take(MUG, 2)));
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 5, 2, 3, false));
  }

  @Test
  void an_account_counts_one_unit_for_ever() {
    receive(MUG, 5);
    Leg inKilograms = Leg.of(MUG, SHIPPED, 1, "kg");

    List<LedgerStep> mistakes =
        List.of(
            post("a", inKilograms),
            hold("b", inKilograms),
            new LedgerStep.SetFloor(MUG, "kg", 0),
            hold("c", take(PLATE, 1), take(MUG, 1), inKilograms));

    assertThat(mistakes)
        .allSatisfy(
            mistake ->
                assertThatThrownBy(() -> commit(mistake))
                    .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.code()).isEqualTo(Netting.UNIT_MISMATCH)));
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 5, 0, 0, false));
  }

  // L2
  @Test
  void a_count_that_no_account_can_hold_is_an_error_and_changes_nothing() {
    receive(MUG, Long.MAX_VALUE - 1);
    receive(PLATE, 1);

    assertThatThrownBy(() -> commit(post("more", leg(RECEIVED, MUG, 2), leg(PLATE, BOWL, 1))))
        .isInstanceOf(RuntimeException.class);

    assertThat(balance(MUG).posted()).isEqualTo(Long.MAX_VALUE - 1);
    assertThat(balance(PLATE).posted()).isEqualTo(1);
  }

  @Test
  void a_batch_of_many_legs_is_one_batch() {
    List<Leg> legs =
        IntStream.range(0, 300).mapToObj(i -> leg(RECEIVED, stock("SKU-" + i), 1 + i)).toList();

    applied(post("inbound", legs.toArray(Leg[]::new)));

    assertThat(ledger().balances(legs.stream().map(Leg::to).toList()))
        .hasSize(300)
        .allSatisfy((account, b) -> assertThat(b.posted()).isPositive());
  }

  @Test
  void an_item_is_seen_at_all_its_holders_by_their_names() {
    AccountId paris = AccountId.of("stock", "MUG", "PAR");
    AccountId nowhere = AccountId.of("stock", "MUG");
    receive(paris, 2);
    receive(MUG, 1);
    receive(nowhere, 3);
    receive(stock("MUG-RED"), 9);
    receive(AccountId.of("quarantine", "MUG", "LON"), 9);

    List<Balance> found = ledger().balancesOf("stock", "MUG");

    assertThat(found).extracting(Balance::account).containsExactly(nowhere, MUG, paris);
    assertThat(found).extracting(Balance::posted).containsExactly(3L, 1L, 2L);
  }

  // ABUSE 4: names that would mean something to a careless database
  @Test
  void names_are_taken_literally() {
    List<AccountId> accounts =
        List.of(
            AccountId.of("stock", "a", "L"),
            AccountId.of("stock", "A", "L"),
            AccountId.of("stock", "a/b", "L"),
            AccountId.of("stock", "a", "b/L"),
            AccountId.of("stock", "a%2Fb", "L"),
            AccountId.of("stock", "_", "L"),
            AccountId.of("stock", "%", "L"),
            AccountId.of("stock", "'; DROP TABLE x;--", "L"),
            AccountId.of("stock", "\\", "`\"$1?:x"));

    for (int i = 0; i < accounts.size(); i++) {
      receive(accounts.get(i), i + 1);
    }

    for (int i = 0; i < accounts.size(); i++) {
      assertThat(balance(accounts.get(i)).posted()).isEqualTo(i + 1);
    }
  }

  private static Refused refused(Shortfall... shortfalls) {
    return new Refused(List.of(shortfalls));
  }
}
