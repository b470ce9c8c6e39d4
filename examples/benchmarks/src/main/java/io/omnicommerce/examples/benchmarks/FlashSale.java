package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.Commerce;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.jdbc.JdbcStorage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A flash sale: more buyers than there are units, in several JVMs on one PostgreSQL, each with a
 * whole guest checkout of its own. In the end exactly what was there is sold, nothing is lost, and
 * nobody was refused for any reason but that it was sold out.
 */
public final class FlashSale {

  private static final int JVMS = 2;
  private static final int THREADS = 16;

  private final Postgres postgres;
  private final int units;
  private final int buyers;
  private final String classPath;

  FlashSale(Postgres postgres, int units, int buyers, String classPath) {
    this.postgres = postgres;
    this.units = units;
    this.buyers = buyers;
    this.classPath = classPath;
  }

  /**
   * Runs a sale and prints how it went; ends with 1 if it did not go as it must.
   *
   * @param args how many units and buyers, 10,000 and 100,000 by default, and the address of an
   *     empty PostgreSQL, by default one of its own
   */
  public static void main(String[] args) {
    int units = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int buyers = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    try (Postgres postgres = Postgres.open(args.length > 2 ? args[2] : "")) {
      List<String> faults =
          new FlashSale(postgres, units, buyers, System.getProperty("java.class.path")).run();
      faults.forEach(System.out::println);
      System.out.println(faults.isEmpty() ? "as it must be" : "NOT as it must be");
      System.exit(faults.isEmpty() ? 0 : 1);
    }
  }

  /** Sells, and says what is not as it must be. */
  List<String> run() {
    JdbcSchema.create(postgres.dataSource());
    JdbcStorage storage = JdbcStorage.over(postgres.dataSource());
    Commerce commerce = Shop.over(storage);
    Shop.openForOrders(commerce, units);
    long start = System.nanoTime();
    SaleResult result = sell();
    System.out.printf(
        Locale.ROOT,
        "%d units, %d buyers, %d JVMs of %d threads, %.1f s: %s%n",
        units,
        buyers,
        JVMS,
        THREADS,
        (System.nanoTime() - start) / 1e9,
        result);
    return faults(storage, result);
  }

  private List<String> faults(JdbcStorage storage, SaleResult result) {
    List<String> faults = new ArrayList<>(result.others());
    expect(faults, "buyers answered", buyers, result.placed() + result.soldOut());
    expect(faults, "orders placed", units, result.placed());
    expect(
        faults,
        "orders stored",
        units,
        postgres.count("SELECT COUNT(*) FROM document WHERE type = 'order'"));
    expect(faults, "units left", 0, postgres.count("SELECT available FROM stock_level"));
    expect(faults, "units allocated", units, postgres.count("SELECT allocated FROM stock_level"));
    storage.maintenance().audit(List.of()).forEach(finding -> faults.add(finding.toString()));
    return faults;
  }

  private static void expect(List<String> faults, String what, long expected, long actual) {
    if (expected != actual) {
      faults.add(what + ": " + actual + " instead of " + expected);
    }
  }

  /** Starts the JVMs, lets all begin at once when each is ready, and adds up. */
  private SaleResult sell() {
    List<Process> processes = new ArrayList<>();
    try {
      for (int i = 0; i < JVMS; i++) {
        processes.add(start(i));
      }
      List<BufferedReader> said = new ArrayList<>();
      for (Process process : processes) {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        said.add(reader);
        require("ready".equals(reader.readLine()));
      }
      for (Process process : processes) {
        process.outputWriter(StandardCharsets.UTF_8).append("go\n").flush();
      }
      SaleResult sum = SaleResult.NONE;
      for (BufferedReader reader : said) {
        sum = sum.plus(SaleResult.parse(reader.lines().toList()));
      }
      return sum;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      processes.forEach(Process::destroy);
    }
  }

  private static void require(boolean isReady) {
    if (!isReady) {
      throw new IllegalStateException("A JVM did not get ready");
    }
  }

  private Process start(int number) throws IOException {
    int first = buyers / JVMS * number;
    int last = number == JVMS - 1 ? buyers : first + buyers / JVMS;
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            classPath,
            Buyers.class.getName(),
            postgres.url(),
            Integer.toString(first),
            Integer.toString(last),
            Integer.toString(THREADS))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
