package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.Applied;
import io.omnicommerce.storage.CommitResult.NotHeld;
import io.omnicommerce.storage.CommitResult.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How a hold ends by time, who ends it, and who decides what the time is. L41, L46, ABUSE 59, 61.
 */
public abstract class LedgerExpiryContract extends StorageContract {

  private static final AccountId MUG = stock("MUG");
  private static final AccountId PLATE = stock("PLATE");

  @BeforeEach
  void receive_three_of_each() {
    receive(MUG, 3);
    receive(PLATE, 3);
  }

  @Test
  void a_hold_says_when_it_ends() {
    CommitResult result = commit(hold("a", take(MUG, 1)));

    assertThat(expiry(result)).contains(clock.instant().plus(LIFE));
    assertThat(group("a").expiresAt()).contains(clock.instant().plus(LIFE));
  }

  @Test
  void a_hold_without_end_is_never_due() {
    Batch content = batch("a", take(MUG, 3));

    CommitResult result = commit(new LedgerStep.Hold(content, FOR_EVER));
    clock.advance(Duration.ofDays(10_000));

    assertThat(expiry(result)).isEmpty();
    assertThat(group("a").expiresAt()).isEmpty();
    assertThat(storage.maintenance().expireDue(10)).isZero();
    assertThat(commit(hold("b", take(MUG, 1))))
        .isEqualTo(new Refused(List.of(new Shortfall(MUG, 1, 0))));
    applied(confirm("a"));
  }

  @Test
  void until_the_last_moment_it_can_be_confirmed() {
    applied(hold("a", take(MUG, 1)));
    applied(hold("b", take(MUG, 1)));

    clock.advance(LIFE.minusMillis(1));
    applied(confirm("a"));
    clock.advance(Duration.ofMillis(1));

    assertThat(commit(confirm("b")))
        .isEqualTo(new NotHeld(BatchId.of("b"), Optional.of(HoldState.EXPIRED)));
  }

  @Test
  void what_is_due_counts_as_held_until_it_is_expired_but_not_for_buyers() {
    applied(hold("a", take(MUG, 2)));
    applied(hold("late", take(MUG, 1)));
    clock.advance(LIFE.dividedBy(2));
    applied(new LedgerStep.Extend(BatchId.of("late"), LIFE));
    clock.advance(LIFE.dividedBy(2));

    Map<AccountId, Balance> shown = ledger().balancesWithoutDue(List.of(MUG, PLATE, stock("NONE")));

    assertThat(balance(MUG).available()).isZero();
    assertThat(shown)
        .isEqualTo(
            Map.of(
                MUG, new Balance(MUG, EACH, 3, 1, 0, false),
                PLATE, new Balance(PLATE, EACH, 3, 0, 0, false)));
    assertThat(ledger().balancesOf("stock", "MUG"))
        .containsExactly(new Balance(MUG, EACH, 3, 1, 0, false));
  }

  // L46: what buyers are shown, they can have
  @Test
  void a_buyer_never_loses_to_a_dead_cart() {
    applied(hold("dead", take(MUG, 2), take(PLATE, 1)));
    applied(hold("dead-too", take(MUG, 1)));
    clock.advance(LIFE);

    CommitResult result = commit(hold("buyer", take(MUG, 3)));

    assertThat(result).isInstanceOf(Applied.class);
    assertThat(stateOf("dead")).isEqualTo(HoldState.EXPIRED);
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 3, 3, 0, false));
    assertThat(balance(PLATE)).isEqualTo(new Balance(PLATE, EACH, 3, 0, 0, false));
  }

  @Test
  void dead_carts_make_room_for_a_posted_batch_and_for_what_must_be_left() {
    applied(hold("dead", take(MUG, 3)));
    clock.advance(LIFE);

    applied(post("till", take(MUG, 2).leaving(1)));

    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 1, 0, 0, false));
  }

  @Test
  void what_is_alive_is_not_given_to_a_buyer_and_the_refusal_counts_what_was_freed() {
    applied(hold("dead", take(MUG, 1)));
    clock.advance(LIFE.dividedBy(2));
    applied(hold("alive", take(MUG, 1)));
    applied(hold("confirmed", take(MUG, 1)));
    applied(confirm("confirmed"));
    clock.advance(LIFE.dividedBy(2));

    CommitResult result = commit(hold("buyer", take(MUG, 2)));

    assertThat(result).isEqualTo(new Refused(List.of(new Shortfall(MUG, 2, 1))));
    assertThat(stateOf("alive")).isEqualTo(HoldState.HELD);
    assertThat(stateOf("confirmed")).isEqualTo(HoldState.CONFIRMED);
  }

  @Test
  void expiring_takes_the_oldest_first_and_no_more_than_asked() {
    applied(hold("third", take(MUG, 1)));
    applied(new LedgerStep.Extend(BatchId.of("third"), LIFE.plusSeconds(2)));
    applied(hold("first", take(MUG, 1)));
    clock.advance(Duration.ofSeconds(1));
    applied(hold("second", take(MUG, 1)));
    clock.advance(LIFE.plusSeconds(5));

    int some = storage.maintenance().expireDue(2);
    List<HoldState> then = List.of(stateOf("first"), stateOf("second"), stateOf("third"));
    int rest = storage.maintenance().expireDue(10);

    assertThat(some).isEqualTo(2);
    assertThat(then).containsExactly(HoldState.EXPIRED, HoldState.EXPIRED, HoldState.HELD);
    assertThat(rest).isEqualTo(1);
    assertThat(balance(MUG)).isEqualTo(new Balance(MUG, EACH, 3, 0, 0, false));
    assertThat(storage.maintenance().expireDue(10)).isZero();
  }

  @Test
  void expiring_spares_what_is_alive_confirmed_or_ended() {
    applied(hold("confirmed", take(MUG, 1)));
    applied(confirm("confirmed"));
    applied(hold("voided", take(MUG, 1)));
    applied(release("voided"));
    clock.advance(LIFE);
    applied(hold("alive", take(MUG, 1)));

    int expired = storage.maintenance().expireDue(10);

    assertThat(expired).isZero();
    assertThat(balance(MUG).held()).isEqualTo(2);
  }

  @Test
  void expiring_gives_back_what_every_tenant_holds() {
    applied(hold("a", take(MUG, 1)));
    commit(OTHER_CALL, decision(post("r", leg(RECEIVED, MUG, 1))));
    commit(OTHER_CALL, decision(hold("a", take(MUG, 1))));
    clock.advance(LIFE);

    assertThat(storage.maintenance().expireDue(10)).isEqualTo(2);
  }

  @Test
  void an_expired_id_is_spent() {
    applied(hold("a", take(MUG, 1)));
    clock.advance(LIFE);
    storage.maintenance().expireDue(10);

    assertThat(commit(hold("a", take(MUG, 1)))).isEqualTo(new AlreadyApplied(BatchId.of("a")));
    assertThat(balance(MUG).held()).isZero();
  }

  @Test
  void extending_prolongs_and_never_shortens() {
    applied(hold("a", take(MUG, 1)));
    Instant first = clock.instant().plus(LIFE);

    CommitResult shorter = commit(new LedgerStep.Extend(BatchId.of("a"), Duration.ofSeconds(1)));
    CommitResult longer = commit(new LedgerStep.Extend(BatchId.of("a"), LIFE.multipliedBy(2)));
    clock.advance(LIFE);

    assertThat(expiry(shorter)).contains(first);
    assertThat(expiry(longer)).contains(first.plus(LIFE));
    assertThat(storage.maintenance().expireDue(10)).isZero();
    applied(confirm("a"));
  }

  @Test
  void extending_a_hold_without_end_leaves_it_without_end() {
    applied(new LedgerStep.Hold(batch("a", take(MUG, 1)), FOR_EVER));

    CommitResult result = commit(new LedgerStep.Extend(BatchId.of("a"), LIFE));

    assertThat(expiry(result)).isEmpty();
    assertThat(group("a").expiresAt()).isEmpty();
  }

  // The clock at the commit decides, however long ago the transaction began.
  @Test
  void time_that_passes_inside_a_transaction_ends_holds_as_well() {
    applied(hold("a", take(MUG, 1)));

    CommitResult result =
        storage.inTransaction(
            CALL,
            session -> {
              assertThat(session.ledger().batch(BatchId.of("a"))).isPresent();
              clock.advance(LIFE);
              return session.commit(decision(confirm("a")));
            });

    assertThat(result).isEqualTo(new NotHeld(BatchId.of("a"), Optional.of(HoldState.EXPIRED)));
  }

  @Test
  void a_hold_lives_from_its_commit() {
    CommitResult result =
        storage.inTransaction(
            CALL,
            session -> {
              assertThat(session.now()).isEqualTo(clock.instant());
              clock.advance(Duration.ofMinutes(10));
              return session.commit(decision(hold("a", take(MUG, 1))));
            });

    assertThat(expiry(result)).contains(clock.instant().plus(LIFE));
  }

  private static Optional<Instant> expiry(CommitResult result) {
    assertThat(result).isInstanceOf(Applied.class);
    return ((Applied) result).expiresAt();
  }
}
