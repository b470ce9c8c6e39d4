package io.omnicommerce.jdbc;

import static io.omnicommerce.jdbc.Shop.CALL;
import static io.omnicommerce.jdbc.Shop.MUG;
import static io.omnicommerce.jdbc.Shop.hold;
import static io.omnicommerce.jdbc.Shop.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.Decision;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who leads, who rides and what becomes of the rest, without a database. */
class LaneTest {

  private Lanes lanes = new Lanes(2, Duration.ofMinutes(1));
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch road = new CountDownLatch(1);
  private final Semaphore waiting = new Semaphore(0);
  private final List<List<String>> convoys = new CopyOnWriteArrayList<>();
  private final List<String> alone = new CopyOnWriteArrayList<>();

  /** What the leader does with those aboard, the leader first. */
  private Consumer<List<Ride>> driving =
      rides ->
          rides.forEach(ride -> ride.give(new Turn.Answered(new AlreadyApplied(batch(ride.id())))));

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void whom_nobody_stands_in_the_way_goes_alone() throws Exception {
    road.countDown();

    assertThat(result(start("only"))).isEqualTo("alone");

    assertThat(convoys).isEmpty();
    assertEverybodyLeaves();
  }

  @Test
  void those_who_wait_ride_with_the_first_of_them() throws Exception {
    block();
    List<Future<CommitResult>> calls = List.of(queue("a"), queue("b"), queue("c"));

    road.countDown();

    assertThat(results(calls)).containsExactly("a", "b", "c");
    assertThat(convoys).containsExactly(List.of("a", "b", "c"));
    assertThat(alone).containsExactly("first", "second");
    assertEverybodyLeaves();
  }

  @Test
  void one_id_is_never_twice_in_a_convoy() throws Exception {
    block();
    List<Future<CommitResult>> calls =
        List.of(queue("a"), queue("a"), queue("b"), queue("a"), queue("b"));

    road.countDown();

    assertThat(results(calls)).contains("a", "b");
    assertThat(convoys).containsExactly(List.of("a", "b"), List.of("a", "b"));
    assertThat(alone).containsExactly("first", "second", "a");
  }

  @Test
  void no_more_ride_than_a_convoy_takes() throws Exception {
    block();
    List<Future<CommitResult>> calls = new CopyOnWriteArrayList<>();
    for (int i = 0; i < Lane.ABOARD_MAX + 3; i++) {
      calls.add(queue("c" + i));
    }

    road.countDown();

    assertThat(results(calls)).hasSize(Lane.ABOARD_MAX + 3).doesNotContain("alone");
    assertThat(convoys).extracting(List::size).containsExactly(Lane.ABOARD_MAX, 3);
  }

  @Test
  void an_interrupted_leader_serves_the_others_and_stays_interrupted() throws Exception {
    List<Boolean> seen = new CopyOnWriteArrayList<>();
    Consumer<List<Ride>> answering = driving;
    driving =
        rides -> {
          seen.add(Thread.currentThread().isInterrupted());
          answering.accept(rides);
        };
    block();
    List<Boolean> after = new CopyOnWriteArrayList<>();
    List<Thread> leaders = new CopyOnWriteArrayList<>();
    Future<CommitResult> leader =
        threads.submit(
            () -> {
              leaders.add(Thread.currentThread());
              CommitResult result = commit("leader");
              after.add(Thread.currentThread().isInterrupted());
              return result;
            });
    waiting.acquire();
    Future<CommitResult> other = queue("other");

    leaders.get(0).interrupt();
    road.countDown();

    assertThat(results(List.of(leader, other))).containsExactly("leader", "other");
    assertThat(seen).containsExactly(false);
    assertThat(after).containsExactly(true);
  }

  @Test
  void a_leader_that_dies_leaves_the_others_to_themselves() throws Exception {
    driving =
        rides -> {
          throw new StackOverflowError("in somebody's codec");
        };
    block();
    Future<CommitResult> leader = queue("leader");
    List<Future<CommitResult>> others = List.of(queue("b"), queue("c"));

    road.countDown();

    assertThatThrownBy(leader::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(results(others)).containsExactly("alone", "alone");
    assertEverybodyLeaves();
  }

  @Test
  void who_waits_too_long_behind_a_leader_goes_alone() throws Exception {
    lanes = new Lanes(2, Duration.ofMillis(200));
    block();

    Future<CommitResult> impatient = queue("impatient");
    await("impatient");

    road.countDown();
    assertThat(result(impatient)).isEqualTo("alone");
    assertThat(convoys).isEmpty();
  }

  /** Whoever has an answer may still be on its way out. */
  private void assertEverybodyLeaves() throws InterruptedException {
    for (int tries = 20_000; lanes.size() > 0 && tries > 0; tries--) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertThat(lanes.size()).isZero();
  }

  /** Two are at work until the road is free: one whom nobody met, and one who leads nobody. */
  private void block() throws InterruptedException {
    for (String id : List.of("first", "second")) {
      assertThat(start(id)).isNotDone();
      await(id);
    }
  }

  private void await(String id) throws InterruptedException {
    while (!alone.contains(id)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private Future<CommitResult> queue(String id) throws InterruptedException {
    Future<CommitResult> call = start(id);
    waiting.acquire();
    return call;
  }

  private Future<CommitResult> start(String id) {
    return threads.submit(() -> commit(id));
  }

  private CommitResult commit(String id) throws SQLException {
    JdbcSession session = new JdbcSession(CALL, NOWHERE, (any, decision) -> COMMITTED_ALONE);
    Ride ride = Ride.of(session, Decision.of(hold(id, take(MUG, 1)))).orElseThrow();
    return lanes.commit(ride, new Driver(id));
  }

  private static List<String> results(List<Future<CommitResult>> calls) throws Exception {
    List<String> results = new CopyOnWriteArrayList<>();
    for (Future<CommitResult> call : calls) {
      results.add(result(call));
    }
    return results;
  }

  private static String result(Future<CommitResult> call) throws Exception {
    return ((AlreadyApplied) call.get(20, TimeUnit.SECONDS)).batch().value();
  }

  private static BatchId batch(String id) {
    return BatchId.of(id);
  }

  private static final CommitResult COMMITTED_ALONE = new AlreadyApplied(BatchId.of("alone"));
  private static final Scope NOWHERE =
      new Scope(
          new Link(
              () -> {
                throw new SQLException("there is no database");
              },
              new H2Engine(),
              StorageClock.database()),
          CALL.tenant(),
          Undo.byRollback());

  /** Answers by what it was asked, and works until the road is free. */
  private final class Driver implements Lane.Driver {

    private final String id;

    Driver(String id) {
      this.id = id;
    }

    @Override
    public CommitResult alone() {
      alone.add(id);
      try {
        road.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return COMMITTED_ALONE;
    }

    @Override
    public void idle() {
      waiting.release();
    }

    @Override
    public void drive(Lane lane, List<Ride> aboard) {
      convoys.add(aboard.stream().map(Ride::id).toList());
      driving.accept(aboard);
    }
  }
}
