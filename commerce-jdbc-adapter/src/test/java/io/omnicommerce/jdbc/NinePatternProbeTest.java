package io.omnicommerce.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/**
 * Nine ways to guard a bound, each tried by two transactions that both take 60 of 100, on each
 * engine at each isolation level. A way is broken where both succeed. The library uses the two that
 * hold everywhere; the probe can fail, since others do break.
 */
@Tag("database")
class NinePatternProbeTest {

  private static final int LIMIT = 100;
  private static final int TAKEN = 60;

  private static final Map<String, Integer> LEVELS = levels();

  /** What one transaction does: whether it believes that it may take. */
  @FunctionalInterface
  interface Step {
    boolean run(Connection connection, int taker) throws SQLException;
  }

  /**
   * A way to guard.
   *
   * @param look what is read before the other one writes
   * @param act what is then written; false if it sees that it may not
   */
  record Pattern(String name, Step look, Step act) {}

  @OnEachDatabase
  void the_two_ways_that_are_used_hold_and_reading_before_writing_breaks(TestDatabase database)
      throws Exception {
    database.assumeChosen();
    DataSource dataSource = database.shared();
    Map<String, List<String>> broken = new LinkedHashMap<>();
    for (Pattern pattern : patterns(database)) {
      broken.put(pattern.name(), brokenAt(dataSource, pattern));
    }
    print(database, broken);

    assertThat(broken.get("conditional update, count checked")).isEmpty();
    assertThat(broken.get("version compare-and-set")).isEmpty();
    assertThat(broken.get("read, then write")).contains("READ COMMITTED");
  }

  private static List<Pattern> patterns(TestDatabase database) {
    Step nothing = (connection, taker) -> true;
    String forUpdate = "SELECT taken FROM probe_counter WHERE id = 1 FOR UPDATE";
    return List.of(
        new Pattern(
            "conditional update, count checked",
            nothing,
            (c, taker) ->
                update(
                        c,
                        "UPDATE probe_counter SET taken = taken + 60"
                            + " WHERE id = 1 AND taken + 60 <= 100")
                    == 1),
        new Pattern(
            "version compare-and-set",
            (c, taker) ->
                number(c, "SELECT taken FROM probe_counter WHERE id = 1") + TAKEN <= LIMIT,
            (c, taker) ->
                update(
                        c,
                        "UPDATE probe_counter SET taken = 60, version = version + 1"
                            + " WHERE id = 1 AND version = 0")
                    == 1),
        new Pattern(
            "read, then write",
            (c, taker) ->
                number(c, "SELECT taken FROM probe_counter WHERE id = 1") + TAKEN <= LIMIT,
            (c, taker) ->
                update(c, "UPDATE probe_counter SET taken = taken + 60 WHERE id = 1") == 1),
        new Pattern(
            "sum of rows, then insert",
            (c, taker) -> sum(c) + TAKEN <= LIMIT,
            (c, taker) -> insert(c, taker)),
        new Pattern(
            "lock the parent, then sum of rows",
            (c, taker) -> sum(c) >= 0,
            (c, taker) -> number(c, forUpdate) >= 0 && sum(c) + TAKEN <= LIMIT && insert(c, taker)),
        new Pattern(
            "insert, then sum of rows", nothing, (c, taker) -> insert(c, taker) && sum(c) <= LIMIT),
        new Pattern(
            "insert where the sum allows",
            nothing,
            (c, taker) ->
                update(
                        c,
                        "INSERT INTO probe_row SELECT "
                            + taker
                            + ", 60 FROM probe_counter WHERE id = 1 AND 60 +"
                            + " (SELECT COALESCE(SUM(n), 0) FROM probe_row) <= 100")
                    == 1),
        new Pattern(
            "CHECK on the counter",
            nothing,
            (c, taker) ->
                update(c, "UPDATE probe_checked SET taken = taken + 60 WHERE id = 1") == 1),
        new Pattern(
            "unique slot",
            (c, taker) -> number(c, "SELECT COUNT(*) FROM probe_slot") * TAKEN + TAKEN <= LIMIT,
            (c, taker) -> update(c, "INSERT INTO probe_slot VALUES (1)") == 1));
  }

  private static List<String> brokenAt(DataSource dataSource, Pattern pattern) throws Exception {
    List<String> broken = new ArrayList<>();
    for (Map.Entry<String, Integer> level : LEVELS.entrySet()) {
      prepare(dataSource);
      if (takers(dataSource, pattern, level.getValue()) > 1) {
        broken.add(level.getKey());
      }
    }
    return broken;
  }

  /** Both look; then both act, the second one while the first has not committed yet. */
  private static int takers(DataSource dataSource, Pattern pattern, int level) throws Exception {
    ExecutorService second = Executors.newSingleThreadExecutor();
    CountDownLatch looked = new CountDownLatch(1);
    CountDownLatch acted = new CountDownLatch(1);
    try (Connection first = dataSource.getConnection()) {
      first.setTransactionIsolation(level);
      boolean may = pattern.look().run(first, 1);
      Future<Boolean> other = second.submit(() -> other(dataSource, pattern, level, looked, acted));
      looked.await();
      boolean took = false;
      try {
        took = may && pattern.act().run(first, 1);
        acted.countDown();
        // Where the other one is not kept waiting, it acts before this commit.
        TimeUnit.MILLISECONDS.sleep(60);
        end(first, took);
      } catch (SQLException refused) {
        took = false;
        first.rollback();
        acted.countDown();
      }
      return (took ? 1 : 0) + (other.get() ? 1 : 0);
    } finally {
      second.shutdownNow();
    }
  }

  private static boolean other(
      DataSource dataSource,
      Pattern pattern,
      int level,
      CountDownLatch looked,
      CountDownLatch acted)
      throws SQLException, InterruptedException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setTransactionIsolation(level);
      try {
        boolean may = pattern.look().run(connection, 2);
        looked.countDown();
        acted.await();
        boolean took = may && pattern.act().run(connection, 2);
        end(connection, took);
        return took;
      } catch (SQLException refused) {
        looked.countDown();
        connection.rollback();
        return false;
      }
    }
  }

  private static void end(Connection connection, boolean took) throws SQLException {
    if (took) {
      connection.commit();
    } else {
      connection.rollback();
    }
  }

  private static void prepare(DataSource dataSource) {
    TestDatabase.execute(
        dataSource,
        List.of(
            "DROP TABLE IF EXISTS probe_counter",
            "DROP TABLE IF EXISTS probe_checked",
            "DROP TABLE IF EXISTS probe_row",
            "DROP TABLE IF EXISTS probe_slot",
            "CREATE TABLE probe_counter (id integer PRIMARY KEY, taken integer, version integer)",
            "CREATE TABLE probe_checked (id integer PRIMARY KEY, taken integer,"
                + " CONSTRAINT probe_bound CHECK (taken <= 100))",
            "CREATE TABLE probe_row (id integer PRIMARY KEY, n integer)",
            "CREATE TABLE probe_slot (id integer PRIMARY KEY)",
            "INSERT INTO probe_counter VALUES (1, 0, 0)",
            "INSERT INTO probe_checked VALUES (1, 0)"));
  }

  private static long sum(Connection connection) throws SQLException {
    return number(connection, "SELECT COALESCE(SUM(n), 0) FROM probe_row");
  }

  private static boolean insert(Connection connection, int taker) throws SQLException {
    return update(connection, "INSERT INTO probe_row VALUES (" + taker + ", 60)") == 1;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static int update(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.executeUpdate();
    }
  }

  private static void print(TestDatabase database, Map<String, List<String>> broken) {
    StringBuilder table = new StringBuilder("What breaks on " + database + ":\n");
    broken.forEach(
        (name, levels) ->
            table.append(
                String.format(
                    "  %-36s %s%n", name, levels.isEmpty() ? "holds" : String.join(", ", levels))));
    System.out.println(table);
  }

  private static Map<String, Integer> levels() {
    Map<String, Integer> levels = new LinkedHashMap<>();
    levels.put("READ COMMITTED", Connection.TRANSACTION_READ_COMMITTED);
    levels.put("REPEATABLE READ", Connection.TRANSACTION_REPEATABLE_READ);
    levels.put("SERIALIZABLE", Connection.TRANSACTION_SERIALIZABLE);
    return levels;
  }
}
