package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.jdbc.Dialect;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.jdbc.JdbcStorage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.h2.jdbcx.JdbcDataSource;

/**
 * How long a new JVM takes until the first order is placed, beside one that only opens H2 and makes
 * the tables. Both are started here by turns; what counts is the difference.
 */
public final class ColdStart {

  private static final int ROUNDS = 11;

  private ColdStart() {}

  /**
   * Starts others by turns and prints the medians.
   *
   * @param args options of the others, such as {@code -XX:TieredStopAtLevel=1}; {@code archive} has
   *     an archive of classes made first, with which they start; of a JVM started here: {@code
   *     tables} or {@code order}
   */
  public static void main(String[] args) throws SQLException, IOException {
    List<String> options = new ArrayList<>(List.of(args));
    if (options.equals(List.of("tables"))) {
      makeTables(database());
      done();
    } else if (options.equals(List.of("order"))) {
      order();
      done();
    } else {
      options.replaceAll(option -> option.equals("archive") ? archive() : option);
      compare(options);
    }
  }

  private static void order() throws SQLException {
    JdbcDataSource database = database();
    makeTables(database);
    Shop.orderFrom(Shop.over(JdbcStorage.over(database)));
  }

  /** Read by the one who started this, who tells the time; then the time on the processors. */
  private static void done() {
    System.out.println("done");
    System.out.println(
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis());
  }

  /** The option to start with the classes of a first order, which are archived here. */
  private static String archive() {
    try {
      Path archive = Files.createTempDirectory("cold-start").resolve("classes.jsa");
      start(List.of("-XX:ArchiveClassesAtExit=" + archive), "order");
      return "-XX:SharedArchiveFile=" + archive;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
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

  private static void compare(List<String> options) {
    List<Times> tables = new ArrayList<>();
    List<Times> order = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      tables.add(start(options, "tables"));
      order.add(start(options, "order"));
    }
    print("until it is done", tables, order, Times::wall);
    print("on the processors", tables, order, Times::processors);
  }

  private static void print(
      String what, List<Times> tables, List<Times> order, ToLongFunction<Times> time) {
    long before = median(tables, time);
    long after = median(order, time);
    System.out.printf(
        "%s: JVM, H2 and tables %d ms, and the first order %d ms, difference of medians %d ms%n",
        what, before, after, after - before);
  }

  /** Milliseconds from before a JVM is started until it says that it is done, and its own. */
  private record Times(long wall, long processors) {}

  private static Times start(List<String> options, String what) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ColdStart.class.getName(), what));
    ProcessBuilder java =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    try {
      Process process = java.start();
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
        String line = said.readLine();
        long wall = (System.nanoTime() - start) / 1_000_000;
        if (!"done".equals(line)) {
          throw new IllegalStateException("It said " + line);
        }
        long processors = Long.parseLong(said.readLine());
        // An archive is written after the end, with many words.
        said.transferTo(Writer.nullWriter());
        return new Times(wall, processors);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long median(List<Times> times, ToLongFunction<Times> time) {
    return times.stream().mapToLong(time).sorted().toArray()[times.size() / 2];
  }
}
