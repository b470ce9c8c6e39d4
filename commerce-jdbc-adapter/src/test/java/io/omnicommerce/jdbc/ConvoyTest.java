package io.omnicommerce.jdbc;

import static io.omnicommerce.jdbc.Shop.CALL;
import static io.omnicommerce.jdbc.Shop.MUG;
import static io.omnicommerce.jdbc.Shop.PLATE;
import static io.omnicommerce.jdbc.Shop.balance;
import static io.omnicommerce.jdbc.Shop.commit;
import static io.omnicommerce.jdbc.Shop.hold;
import static io.omnicommerce.jdbc.Shop.receive;
import static io.omnicommerce.jdbc.Shop.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.contract.Note;
import io.omnicommerce.contract.NoteTold;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.ContentDiffers;
import io.omnicommerce.storage.CommitResult.Refused;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;

/** Decisions of several callers in one transaction, put together by hand. */
@Tag("database")
class ConvoyTest {

  private final MutableClock clock = MutableClock.startingAt(Instant.parse("2026-03-01T09:00:00Z"));
  private final Setup setup = new Setup(clock);

  @OnEachDatabase
  void many_take_of_one_account_in_one_transaction(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    commit(storage, receive("r", MUG, 100));
    AtomicInteger commits = new AtomicInteger();
    recorder.fault(method -> commits.addAndGet(method.equals("commit") ? 1 : 0));

    List<Turn> turns = drive(recorder, holds(20, 2));

    assertThat(turns).allMatch(ConvoyTest::isApplied);
    assertThat(commits).hasValue(1);
    assertThat(balance(storage, MUG).held()).isEqualTo(40);
    assertClean(storage);
  }

  // L38: who fits is served, in the order of arrival, and who does not is told what was left.
  @OnEachDatabase
  void short_stock_is_split_exactly_in_the_order_of_arrival(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    commit(storage, receive("r", MUG, 7));
    commit(storage, receive("s", PLATE, 1));

    List<Turn> turns =
        drive(
            recorder,
            List.of(
                Decision.of(hold("a", take(MUG, 3))),
                Decision.of(hold("b", take(MUG, 5))),
                Decision.of(hold("c", take(MUG, 2), take(PLATE, 2))),
                Decision.of(hold("d", take(PLATE, 1), take(MUG, 3))),
                Decision.of(hold("e", take(MUG, 1))),
                Decision.of(hold("f", take(MUG, 1)))));

    assertThat(turns.get(0)).matches(ConvoyTest::isApplied);
    assertThat(turns.get(1)).isEqualTo(refused(new Shortfall(MUG, 5, 4)));
    assertThat(turns.get(2)).isEqualTo(refused(new Shortfall(PLATE, 2, 1)));
    assertThat(turns.get(3)).matches(ConvoyTest::isApplied);
    assertThat(turns.get(4)).matches(ConvoyTest::isApplied);
    assertThat(turns.get(5)).isEqualTo(refused(new Shortfall(MUG, 1, 0)));
    assertThat(balance(storage, MUG).available()).isZero();
    assertClean(storage);
  }

  @OnEachDatabase
  void a_repeat_after_it_is_sold_out_is_no_refusal(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    commit(storage, receive("r", MUG, 3));
    commit(storage, hold("mine", take(MUG, 3)));

    List<Turn> turns =
        drive(
            recorder,
            List.of(
                Decision.of(hold("other", take(MUG, 1))),
                Decision.of(hold("mine", take(MUG, 3))),
                Decision.of(hold("another", take(MUG, 1)))));

    assertThat(turns.get(0)).isEqualTo(refused(new Shortfall(MUG, 1, 0)));
    assertThat(turns.get(1)).isEqualTo(new Turn.Answered(new AlreadyApplied(BatchId.of("mine"))));
    assertThat(turns.get(2)).isEqualTo(refused(new Shortfall(MUG, 1, 0)));
  }

  @OnEachDatabase
  void repeats_cost_the_others_no_second_transaction(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    commit(storage, receive("r", MUG, 100));
    commit(storage, hold("h3", take(MUG, 1)));
    AtomicInteger commits = new AtomicInteger();
    recorder.fault(method -> commits.addAndGet(method.equals("commit") ? 1 : 0));
    List<Decision> decisions = new ArrayList<>(holds(8, 1));
    decisions.set(5, Decision.of(hold("h3", take(MUG, 9))));
    decisions.remove(3);

    List<Turn> turns = drive(recorder, decisions);

    assertThat(turns.get(4)).isEqualTo(new Turn.Answered(new ContentDiffers(BatchId.of("h3"))));
    assertThat(turns.stream().filter(ConvoyTest::isApplied)).hasSize(6);
    assertThat(commits).hasValue(1);
    assertThat(balance(storage, MUG).held()).isEqualTo(7);
  }

  @OnEachDatabase
  void who_leaves_something_behind_leaves_it_to_the_later_ones(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    commit(storage, receive("r", MUG, 7));

    List<Turn> turns =
        drive(
            recorder,
            List.of(
                Decision.of(hold("web", take(MUG, 2).leaving(5))),
                Decision.of(hold("shop", take(MUG, 3))),
                Decision.of(hold("late", take(MUG, 1).leaving(2)))));

    assertThat(turns.get(0)).matches(ConvoyTest::isApplied);
    assertThat(turns.get(1)).matches(ConvoyTest::isApplied);
    assertThat(turns.get(2)).isEqualTo(refused(new Shortfall(MUG, 1, 0)));
    assertThat(balance(storage, MUG).held()).isEqualTo(5);
  }

  // Documents, events and keys of all, and a stale one costs only itself.
  @OnEachDatabase
  void who_is_at_fault_is_found_and_costs_only_itself(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    commit(storage, receive("r", MUG, 100));
    commit(storage, Decision.builder().save(note("n5", "there")).build());
    commit(storage, Decision.builder().save(note("x", "code-9")).build());
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      decisions.add(
          Decision.builder()
              .step(hold("h" + i, take(MUG, 1)))
              .save(note("n" + i, "code-" + i))
              .event(NoteTold.of("note", "n" + i, 1, "told"))
              .build());
    }

    List<Turn> turns = drive(recorder, decisions);

    // Halved until only they and their last neighbors are left.
    List<Integer> alone =
        IntStream.range(0, 12).filter(i -> turns.get(i) instanceof Turn.Alone).boxed().toList();
    assertThat(alone).containsExactly(3, 4, 5, 9);
    assertThat(turns.stream().filter(ConvoyTest::isApplied)).hasSize(8);
    for (int i : List.of(3, 4)) {
      assertThat(commit(storage, decisions.get(i)).isApplied()).isTrue();
    }
    for (int i : List.of(5, 9)) {
      assertThatThrownBy(() -> commit(storage, decisions.get(i)))
          .isInstanceOf(StorageException.class);
    }
    assertThat(balance(storage, MUG).held()).isEqualTo(10);
    assertThat(storage.maintenance().outbox().unpublished(100)).hasSize(10);
    assertClean(storage);
  }

  @OnEachDatabase
  void a_commit_without_an_answer_is_unknown_to_all_and_repeating_tells(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    commit(storage, receive("r", MUG, 100));
    recorder.fault(
        method -> {
          if (method.equals("commit")) {
            throw new SQLException("connection reset", "08006");
          }
        });

    List<Turn> turns = drive(recorder, holds(4, 1));

    assertThat(turns)
        .allSatisfy(
            turn ->
                assertThat(((Turn.Unknown) turn).failure().code())
                    .isEqualTo(StorageException.OUTCOME_UNKNOWN));
    recorder.fault(method -> {});
    assertThat(drive(recorder, holds(4, 1))).allMatch(ConvoyTest::isApplied);
  }

  @OnEachDatabase
  void a_database_that_fails_the_leader_leaves_each_to_itself(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    commit(storage, receive("r", MUG, 100));
    recorder.fault(
        method -> {
          if (method.startsWith("execute")) {
            throw new SQLException("gone", "08006");
          }
        });

    assertThat(drive(recorder, holds(4, 1))).containsOnly(new Turn.Alone());
  }

  // L41: a buyer never loses to a dead cart, nor does a convoy of them.
  @OnEachDatabase
  void dead_carts_are_freed_before_anybody_is_refused(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    commit(storage, receive("r", MUG, 6));
    for (int i = 0; i < 3; i++) {
      commit(storage, hold("dead" + i, Duration.ofMinutes(1), take(MUG, 2)));
    }
    clock.advance(Duration.ofMinutes(2));

    List<Turn> turns = drive(recorder, holds(4, 2));

    assertThat(turns.stream().filter(ConvoyTest::isApplied)).hasSize(3);
    assertThat(turns.get(3)).isEqualTo(refused(new Shortfall(MUG, 2, 0)));
    assertClean(storage);
  }

  // L42: without one order of the claims this deadlocks.
  @OnEachDatabase
  void convoys_of_the_same_ids_in_another_order_meet_no_deadlock(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    commit(storage, receive("r", MUG, 100_000));
    int rounds = 25;
    int callers = 4;
    CyclicBarrier start = new CyclicBarrier(callers);

    List<Long> applied =
        Crowd.of(
            callers,
            caller ->
                () -> {
                  long mine = 0;
                  for (int round = 0; round < rounds; round++) {
                    List<Decision> decisions = new ArrayList<>(holds("r" + round + "-", 64, 1));
                    Collections.shuffle(decisions, new Random(31L * caller + round));
                    start.await(60, TimeUnit.SECONDS);
                    List<Turn> turns = drive(recorder, decisions);
                    mine += turns.stream().filter(ConvoyTest::isApplied).count();
                  }
                  return mine;
                });

    assertThat(recorder.failures("40P01")).as("deadlocks on PostgreSQL").isZero();
    assertThat(recorder.failures("40001")).as("deadlocks elsewhere").isZero();
    assertThat(applied.stream().mapToLong(n -> n).sum()).isEqualTo(64L * rounds);
    assertThat(balance(storage, MUG).held()).isEqualTo(64L * rounds);
    assertClean(storage);
  }

  // The same decisions one after the other, in memory, answer the same.
  @OnEachDatabase
  void a_convoy_answers_as_one_after_the_other(TestDatabase database) {
    Recorder recorder = recorder(database);
    Storage storage = storage(recorder);
    Storage model = InMemoryStorage.builder().clock(clock).build();
    Random random = new Random(7);
    int refusals = 0;
    for (int round = 0; round < 40; round++) {
      if (round % 3 == 0) {
        LedgerStep more = receive("more" + round, sku(random), 1 + random.nextInt(12));
        assertThat(commit(storage, more)).isEqualTo(commit(model, more));
      }
      clock.advance(Duration.ofSeconds(random.nextInt(60)));
      List<Decision> decisions = decisions(random);

      List<Turn> turns = drive(recorder, decisions);

      List<Integer> alone = new ArrayList<>();
      for (int i = 0; i < turns.size(); i++) {
        if (turns.get(i) instanceof Turn.Alone) {
          alone.add(i);
        } else {
          CommitResult expected = commit(model, decisions.get(i));
          refusals += expected instanceof Refused ? 1 : 0;
          assertThat(turns.get(i)).isEqualTo(new Turn.Answered(expected));
        }
      }
      for (int i : alone) {
        assertThat(commit(storage, decisions.get(i))).isEqualTo(commit(model, decisions.get(i)));
      }
    }
    assertThat(refusals).isBetween(20, 200);
    for (int i = 0; i < 3; i++) {
      assertThat(balance(storage, sku(i))).isEqualTo(balance(model, sku(i)));
    }
    assertClean(storage);
  }

  private List<Decision> decisions(Random random) {
    List<Decision> decisions = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(10); i++) {
      String id = "g" + random.nextInt(250);
      if (!ids.contains(id)) {
        ids.add(id);
        decisions.add(Decision.of(held(id, random)));
      }
    }
    return decisions;
  }

  private static LedgerStep held(String id, Random random) {
    Leg[] legs =
        IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(i -> leg(random)).toArray(Leg[]::new);
    Batch batch = Batch.of(BatchId.of(id), legs);
    if (random.nextInt(4) == 0) {
      batch = batch.opening(sku(3), -3 - random.nextInt(2));
    }
    return new LedgerStep.Hold(batch, Optional.of(Duration.ofMinutes(1 + random.nextInt(5))));
  }

  private static Leg leg(Random random) {
    Leg leg = take(sku(random.nextInt(4)), 1 + random.nextInt(3));
    return random.nextInt(4) == 0 ? leg.leaving(random.nextInt(5) - 2) : leg;
  }

  private static AccountId sku(Random random) {
    return sku(random.nextInt(3));
  }

  private static AccountId sku(int number) {
    return Shop.stock("SKU-" + number);
  }

  private static List<Decision> holds(int count, long each) {
    return holds("h", count, each);
  }

  private static List<Decision> holds(String prefix, int count, long each) {
    return IntStream.range(0, count)
        .mapToObj(i -> Decision.of(hold(prefix + i, take(MUG, each))))
        .toList();
  }

  private static DocumentWrite<Note> note(String id, String code) {
    return DocumentWrite.create(Note.TYPE, id, Note.saying(id).withCodes(code));
  }

  private static Turn refused(Shortfall shortfall) {
    return new Turn.Answered(new Refused(List.of(shortfall)));
  }

  private static boolean isApplied(Turn turn) {
    return turn instanceof Turn.Answered answered && answered.result().isApplied();
  }

  private static void assertClean(Storage storage) {
    assertThat(storage.maintenance().audit(List.of(Note.TYPE))).isEmpty();
  }

  private Recorder recorder(TestDatabase database) {
    database.assumeChosen();
    return new Recorder(database.emptied());
  }

  private Storage storage(Recorder recorder) {
    setup.check(recorder.dataSource());
    return JdbcStorage.over(recorder.dataSource()).clock(clock);
  }

  /** What each is told, all of them being in one convoy. */
  private List<Turn> drive(Recorder recorder, List<Decision> decisions) {
    try (Lease lease = new Lease(recorder.dataSource(), setup)) {
      Link link = lease.link();
      List<Ride> rides = decisions.stream().map(decision -> ride(link, decision)).toList();
      new Convoy(link, CALL.tenant(), new Lane("MUG", 2, Duration.ofMinutes(1))).drive(rides);
      return rides.stream().map(Ride::awaited).toList();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Ride ride(Link link, Decision decision) {
    Scope scope = new Scope(link, CALL.tenant(), Undo.byRollback());
    JdbcSession session = new JdbcSession(CALL, scope, (any, other) -> null);
    return Ride.of(session, decision).orElseThrow();
  }
}
