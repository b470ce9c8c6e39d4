package io.omnicommerce.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The control to the races: the same updates in any order do deadlock. If they did not, the races
 * would prove nothing.
 */
@Tag("database")
@Tag("race")
class OrderOfLocksTest {

  private static final int CALLERS = 8;
  private static final int ACCOUNTS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String UPDATE =
      "UPDATE ledger_account SET posted = posted + 1 WHERE tenant_id = ? AND id = ?";

  private final AtomicInteger deadlocks = new AtomicInteger();

  @BeforeEach
  void none_yet() {
    deadlocks.set(0);
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"POSTGRESQL", "MARIADB"})
  void accounts_in_any_order_deadlock_and_in_the_one_order_they_do_not(TestDatabase database) {
    database.assumeChosen();
    DataSource dataSource = database.emptied();
    open(dataSource);
    long begin = System.nanoTime();

    int rounds = 0;
    while (deadlocks.get() == 0 && System.nanoTime() - begin < PATIENCE.toNanos()) {
      run(dataSource, false, 10);
      rounds++;
    }
    assertThat(deadlocks.get()).as("deadlocks without an order").isPositive();

    deadlocks.set(0);
    run(dataSource, true, 10 * rounds);
    assertThat(deadlocks.get()).as("deadlocks in the one order").isZero();
  }

  private void run(DataSource dataSource, boolean sorted, int rounds) {
    Crowd.of(
        CALLERS,
        caller ->
            () -> {
              Random random = new Random(caller);
              for (int i = 0; i < rounds; i++) {
                update(dataSource, sorted, random);
              }
              return caller;
            });
  }

  private void update(DataSource dataSource, boolean sorted, Random random) throws SQLException {
    List<String> ids =
        new ArrayList<>(IntStream.range(0, ACCOUNTS).mapToObj(i -> "a" + i).toList());
    Collections.shuffle(ids, random);
    List<String> mine = new ArrayList<>(ids.subList(0, 5));
    if (sorted) {
      Collections.sort(mine);
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      for (String id : mine) {
        statement.setString(1, "acme");
        statement.setString(2, id);
        statement.addBatch();
      }
      try {
        statement.executeBatch();
        connection.commit();
      } catch (SQLException failed) {
        assertThat(Failures.isConflict(failed)).isTrue();
        deadlocks.incrementAndGet();
        connection.rollback();
      }
    }
  }

  /** Rows without a ledger around them. */
  private static void open(DataSource dataSource) {
    TestDatabase.execute(
        dataSource,
        IntStream.range(0, ACCOUNTS)
            .mapToObj(
                i ->
                    "INSERT INTO ledger_account VALUES ('acme', 'a"
                        + i
                        + "', 'b', 'i', 'h', 'each', 0, 0, 0, 0)")
            .toList());
  }
}
