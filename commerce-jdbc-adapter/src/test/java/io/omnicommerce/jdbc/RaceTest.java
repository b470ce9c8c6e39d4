package io.omnicommerce.jdbc;

import static io.omnicommerce.jdbc.Shop.MUG;
import static io.omnicommerce.jdbc.Shop.PLATE;
import static io.omnicommerce.jdbc.Shop.balance;
import static io.omnicommerce.jdbc.Shop.commit;
import static io.omnicommerce.jdbc.Shop.confirm;
import static io.omnicommerce.jdbc.Shop.hold;
import static io.omnicommerce.jdbc.Shop.receive;
import static io.omnicommerce.jdbc.Shop.take;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.contract.Note;
import io.omnicommerce.contract.NoteTold;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.Refused;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;

/**
 * Many callers at once, on each database. The size of the crowd's work is the system property
 * omnicommerce.race, 1 by default.
 */
@Tag("database")
@Tag("race")
class RaceTest {

  private static final int CALLERS = 12;
  private static final int ROUNDS = 40 * Integer.getInteger("omnicommerce.race", 1);

  private final MutableClock clock = MutableClock.startingAt(Instant.parse("2026-03-01T09:00:00Z"));

  // L36, L29: a quarter asks for a second account too, and repeats are mixed in.
  @OnEachDatabase
  void sold_out_is_exact_and_nobody_is_refused_who_fitted(TestDatabase database) {
    Storage storage = over(database);
    int mugs = CALLERS * ROUNDS / 2;
    received(storage, MUG, mugs);
    received(storage, PLATE, 100_000);
    AtomicLong sold = new AtomicLong();

    Crowd.of(
        CALLERS,
        caller ->
            () -> {
              Random random = new Random(caller);
              for (int i = 0; i < ROUNDS; i++) {
                int wanted = 1 + random.nextInt(3);
                Leg[] legs =
                    random.nextInt(4) == 0
                        ? new Leg[] {take(PLATE, 1), take(MUG, wanted)}
                        : new Leg[] {take(MUG, wanted)};
                LedgerStep step = hold("c" + caller + "-" + i, legs);
                CommitResult result = commit(storage, step);
                if (result.isApplied()) {
                  sold.addAndGet(wanted);
                  assertThat(commit(storage, step)).isInstanceOf(AlreadyApplied.class);
                } else {
                  long left = ((Refused) result).shortfalls().get(0).available();
                  assertThat(left).isLessThan(wanted);
                }
              }
              return caller;
            });

    long left = balance(storage, MUG).available();
    assertThat(sold.get()).isEqualTo(mugs - left);
    assertThat(left).isLessThan(3);
    assertThat(balance(storage, MUG).held()).isEqualTo(sold.get());
    assertThat(storage.maintenance().audit(List.of())).isEmpty();
  }

  // FlushRace: one compare-and-set on the group decides for all of its lines.
  @OnEachDatabase
  void of_confirm_and_expire_one_wins_for_all_lines(TestDatabase database) {
    Storage storage = over(database);
    received(storage, MUG, 100_000);
    received(storage, PLATE, 100_000);
    AtomicInteger confirmed = new AtomicInteger();
    for (int i = 0; i < 12; i++) {
      String id = "h" + i;
      commit(storage, hold(id, Duration.ofMinutes(1), take(MUG, 1), take(PLATE, 2)));
      // The clock passes the end while the racers are on their way: both can be right.
      clock.advance(Duration.ofMinutes(1).minusMillis(1));

      List<Boolean> won =
          Crowd.of(
              4,
              racer ->
                  () -> {
                    if (racer == 0) {
                      clock.advance(Duration.ofMillis(1));
                      return false;
                    }
                    if (racer == 1) {
                      return storage.maintenance().expireDue(10) == 1;
                    }
                    return commit(storage, confirm(id)).isApplied();
                  });

      HoldState state =
          storage
              .inTransaction(Shop.CALL, s -> s.ledger().batch(BatchId.of(id)))
              .orElseThrow()
              .state();
      long wins = won.stream().filter(one -> one).count();
      assertThat(wins).isLessThanOrEqualTo(1);
      assertThat(state == HoldState.CONFIRMED).isEqualTo(won.get(2) || won.get(3));
      assertThat(state == HoldState.EXPIRED).isEqualTo(won.get(1));
      confirmed.addAndGet(state == HoldState.CONFIRMED ? 1 : 0);
      storage.maintenance().expireDue(10);
      assertThat(balance(storage, PLATE).held()).isEqualTo(2L * confirmed.get());
      assertThat(storage.maintenance().audit(List.of())).isEmpty();
    }
  }

  @OnEachDatabase
  void random_batches_leave_no_drift_and_meet_no_deadlock(TestDatabase database) {
    database.assumeChosen();
    Recorder recorder = new Recorder(database.emptied());
    Storage storage = JdbcStorage.over(recorder.dataSource()).clock(clock);

    race(storage);

    assertThat(recorder.failures("40P01")).as("deadlocks on PostgreSQL").isZero();
    assertThat(recorder.failures("40001")).as("deadlocks elsewhere").isZero();
  }

  @OnEachDatabase
  void random_batches_in_the_hosts_transactions_leave_no_drift(TestDatabase database) {
    database.assumeChosen();

    race(new HostStorage(database.emptied(), clock));
  }

  // L54, L61: each of many callers changes the same document, and none loses a change.
  @OnEachDatabase
  void no_change_of_a_document_is_lost(TestDatabase database) {
    Storage storage = over(database);
    commit(
        storage,
        Decision.builder()
            .save(DocumentWrite.create(Note.TYPE, "n", Note.saying("0").withCodes("0")))
            .build());

    List<Integer> saved = Crowd.of(6, caller -> () -> increments(storage, 8));

    Stored<Note> after =
        storage.inTransaction(Shop.CALL, s -> s.documents().find(Note.TYPE, "n").orElseThrow());
    int sum = saved.stream().mapToInt(n -> n).sum();
    assertThat(after.value().text()).isEqualTo(Integer.toString(sum));
    assertThat(after.version().value()).isEqualTo(sum + 1L);
    assertThat(sum).isGreaterThan(8);
    assertThat(storage.maintenance().audit(List.of(Note.TYPE))).isEmpty();
  }

  // L48
  @OnEachDatabase
  void a_unique_key_has_one_winner(TestDatabase database) {
    Storage storage = over(database);
    for (int i = 0; i < 10; i++) {
      String code = "code-" + i;

      List<Boolean> won =
          Crowd.of(
              6,
              caller ->
                  () -> {
                    Note note = Note.saying("x").withCodes(code);
                    try {
                      return commit(
                              storage,
                              Decision.builder()
                                  .save(DocumentWrite.create(Note.TYPE, code + "-" + caller, note))
                                  .build())
                          .isApplied();
                    } catch (StorageException taken) {
                      assertThat(taken.code()).isEqualTo(StorageException.KEY_TAKEN);
                      return false;
                    }
                  });

      assertThat(won).containsOnlyOnce(true);
    }
  }

  // L38: waiting callers ride together, whatever else they save and tell.
  @OnEachDatabase
  void orders_that_are_committed_together_are_sold_out_exactly(TestDatabase database) {
    database.assumeChosen();
    Recorder recorder = new Recorder(database.emptied());
    Storage storage = JdbcStorage.over(recorder.dataSource()).clock(clock);
    int mugs = CALLERS * ROUNDS / 3;
    received(storage, MUG, mugs);
    received(storage, PLATE, 100_000);
    AtomicInteger commits = new AtomicInteger();
    recorder.fault(method -> commits.addAndGet(method.equals("commit") ? 1 : 0));

    List<Integer> sold = Crowd.of(CALLERS, caller -> () -> orders(storage, caller));

    int orders = sold.stream().mapToInt(n -> n).sum();
    assertThat(orders).isEqualTo(mugs);
    assertThat(commits.get()).as("transactions").isLessThan(orders);
    assertThat(balance(storage, MUG).available()).isZero();
    assertThat(balance(storage, PLATE).held()).isEqualTo(orders);
    assertThat(storage.maintenance().outbox().unpublished(10_000)).hasSize(orders);
    assertThat(storage.maintenance().audit(List.of(Note.TYPE))).isEmpty();
    assertThat(recorder.failures("40P01")).as("deadlocks").isZero();
  }

  /** How many orders of a mug and a plate a caller gets; each second one begins with a repeat. */
  private static int orders(Storage storage, int caller) {
    int placed = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String id = "o" + caller + "-" + i;
      Decision order =
          Decision.builder()
              .step(hold(id, i % 2 == 0 ? take(MUG, 1) : take(PLATE, 1), other(i)))
              .save(DocumentWrite.create(Note.TYPE, id, Note.saying(id).withCodes(id)))
              .event(NoteTold.of("note", id, 1, id))
              .build();
      CommitResult result = commit(storage, order);
      if (result.isApplied()) {
        placed++;
        assertThat(commit(storage, order)).isInstanceOf(AlreadyApplied.class);
      } else {
        assertThat(((Refused) result).shortfalls().get(0).account()).isEqualTo(MUG);
      }
    }
    return placed;
  }

  private static Leg other(int round) {
    return round % 2 == 0 ? take(PLATE, 1) : take(MUG, 1);
  }

  // L36, L38: callers who share transactions, and hosts of every isolation who never do.
  @OnEachDatabase
  void callers_who_share_and_hosts_who_do_not_sell_no_unit_twice(TestDatabase database) {
    database.assumeChosen();
    HikariDataSource pool = database.emptied();
    Storage storage = JdbcStorage.over(pool).clock(clock);
    received(storage, MUG, CALLERS * ROUNDS / 2);
    received(storage, PLATE, 100_000);
    int[] levels = {
      Connection.TRANSACTION_READ_COMMITTED,
      Connection.TRANSACTION_REPEATABLE_READ,
      Connection.TRANSACTION_SERIALIZABLE
    };

    List<Integer> sold =
        Crowd.of(
            CALLERS,
            caller ->
                () -> {
                  int took = 0;
                  for (int i = 0; i < ROUNDS; i++) {
                    LedgerStep step = hold("c" + caller + "-" + i, take(MUG, 1), take(PLATE, 1));
                    took +=
                        caller < levels.length
                            ? takenByHost(pool, levels[caller], step)
                            : commit(storage, step).isApplied() ? 1 : 0;
                  }
                  return took;
                });

    int sum = sold.stream().mapToInt(n -> n).sum();
    assertThat(sum).isEqualTo(CALLERS * ROUNDS / 2);
    assertThat(balance(storage, MUG).available()).isZero();
    assertThat(balance(storage, PLATE).held()).isEqualTo(sum);
    assertThat(storage.maintenance().audit(List.of())).isEmpty();
  }

  /** A host repeats its transaction until it is no conflict. */
  private int takenByHost(HikariDataSource pool, int level, LedgerStep step) throws SQLException {
    while (true) {
      try (Connection host = pool.getConnection()) {
        host.setTransactionIsolation(level);
        CommitResult result = commit(JdbcStorage.joining(() -> host).clock(clock), step);
        host.commit();
        return result.isApplied() ? 1 : 0;
      } catch (StorageException conflict) {
        assertThat(conflict.code()).isEqualTo(StorageException.CONFLICT);
      } catch (SQLException failed) {
        assertThat(Failures.isConflict(failed)).isTrue();
      }
    }
  }

  // L48, L65: the same intent by several callers at once.
  @OnEachDatabase
  void one_id_is_applied_once(TestDatabase database) {
    Storage storage = over(database);
    received(storage, MUG, 1000);
    for (int i = 0; i < 10; i++) {
      String id = "same-" + i;

      List<CommitResult> results =
          Crowd.of(6, caller -> () -> commit(storage, hold(id, take(MUG, 2))));

      assertThat(results.stream().filter(CommitResult::isApplied)).hasSize(1);
      assertThat(results.stream().filter(AlreadyApplied.class::isInstance)).hasSize(5);
      assertThat(balance(storage, MUG).held()).isEqualTo(2L * (i + 1));
    }
  }

  private static int increments(Storage storage, int rounds) {
    int saved = 0;
    for (int i = 0; i < rounds; i++) {
      try {
        storage.inTransaction(
            Shop.CALL,
            session -> {
              Stored<Note> read = session.documents().find(Note.TYPE, "n").orElseThrow();
              String next = Integer.toString(Integer.parseInt(read.value().text()) + 1);
              Note note = Note.saying(next).withCodes(next);
              return session.commit(
                  Decision.builder().save(DocumentWrite.update(Note.TYPE, read, note)).build());
            });
        saved++;
      } catch (StorageException conflict) {
        assertThat(conflict.code()).isEqualTo(StorageException.CONFLICT);
      }
    }
    return saved;
  }

  /** Holds, posts, ends and expires over 8 accounts, 1 to 8 legs, in any order, with repeats. */
  private void race(Storage storage) {
    for (int i = 0; i < 8; i++) {
      received(storage, sku(i), 30);
    }

    Crowd.of(
        CALLERS,
        caller ->
            () -> {
              Random random = new Random(caller);
              for (int i = 0; i < ROUNDS; i++) {
                step(storage, random);
              }
              return caller;
            });

    assertThat(storage.maintenance().audit(List.of())).isEmpty();
    for (int i = 0; i < 8; i++) {
      assertThat(balance(storage, sku(i)).available()).isNotNegative();
    }
  }

  private void step(Storage storage, Random random) {
    clock.advance(Duration.ofMillis(random.nextInt(300)));
    String id = "g" + random.nextInt(40 * ROUNDS / 10);
    BatchId batch = BatchId.of(id);
    LedgerStep step =
        switch (random.nextInt(9)) {
          case 0, 1, 2 -> hold(id, Duration.ofSeconds(1 + random.nextInt(30)), legs(random));
          case 3 -> Shop.post(id, legs(random));
          case 4 -> confirm(id);
          case 5 -> new LedgerStep.Release(batch);
          case 6 -> new LedgerStep.PostAll(batch);
          case 7 -> new LedgerStep.PostLine(batch, 1, 1);
          default -> receive("r" + random.nextInt(100_000), sku(random.nextInt(8)), 3);
        };
    try {
      commit(storage, step);
      if (random.nextInt(10) == 0) {
        storage.maintenance().expireDue(5);
      }
    } catch (CommerceException refused) {
      // Conflicts end with an exception when they do not end; a missing line is a mistake.
      assertThat(refused.code().value()).isIn("storage.conflict", "ledger.invalid_leg");
    }
  }

  private static Leg[] legs(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(8))
        .mapToObj(i -> take(sku(random.nextInt(8)), 1 + random.nextInt(2)))
        .toArray(Leg[]::new);
  }

  private static AccountId sku(int number) {
    return Shop.stock("SKU-" + number);
  }

  private static void received(Storage storage, AccountId account, long amount) {
    assertThat(commit(storage, receive("first-" + account, account, amount)).isApplied()).isTrue();
  }

  private Storage over(TestDatabase database) {
    database.assumeChosen();
    return JdbcStorage.over(database.emptied()).clock(clock);
  }
}
