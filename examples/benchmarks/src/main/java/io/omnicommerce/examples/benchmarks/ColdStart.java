package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.jdbc.Dialect;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.jdbc.JdbcStorage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;

/**
 * How long a new JVM takes until the first order is placed, beside one that only opens H2 and makes
 * the tables. Both are started here by turns; what counts is the difference.
 */
public final class ColdStart {

  private static final int ROUNDS = 11;

  private ColdStart() {}

  /**
   * Without arguments, starts others and prints the medians.
   *
   * @param args of a JVM started here: {@code tables} or {@code order}
   */
  public static void main(String[] args) throws SQLException {
    if (args.length == 0) {
      compare();
    } else if (args[0].equals("tables")) {
      makeTables(database());
    } else {
      JdbcDataSource database = database();
      makeTables(database);
      Shop.orderFrom(Shop.over(JdbcStorage.over(database)));
    }
    // Read by the one who started this, who tells the time.
    System.out.println("done");
  }

  private static JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:cold;DB_CLOSE_DELAY=-1");
    return database;
  }

  private static void makeTables(JdbcDataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(JdbcSchema.script(Dialect.H2));
    }
  }

  private static void compare() {
    List<Long> tables = new ArrayList<>();
    List<Long> order = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      tables.add(millis("tables"));
      order.add(millis("order"));
    }
    System.out.println("JVM, H2 and tables: " + median(tables) + " ms, of " + tables);
    System.out.println("and the first order: " + median(order) + " ms, of " + order);
    System.out.println("difference of medians: " + (median(order) - median(tables)) + " ms");
  }

  /** From before the JVM is started until it says that it is done. */
  private static long millis(String what) {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ColdStart.class.getName(),
            what);
    java.redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    try {
      Process process = java.start();
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
        String line = said.readLine();
        if (!"done".equals(line)) {
          throw new IllegalStateException("It said " + line);
        }
        return (System.nanoTime() - start) / 1_000_000;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
