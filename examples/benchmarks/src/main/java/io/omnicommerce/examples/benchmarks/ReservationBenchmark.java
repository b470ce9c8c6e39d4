package io.omnicommerce.examples.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reservations on a PostgreSQL of the benchmark's own that syncs every commit: by hand and by the
 * library, of one SKU that all want ({@code hot}) or of five out of many ({@code uniform}); callers
 * by {@code -t}. {@code rows} is how many SKUs there are. On a machine that is shared with other
 * work compare by turns, with {@link ReservationsByTurns}.
 */
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Threads(32)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReservationBenchmark {

  /** Creates the benchmark's state, as JMH asks. */
  public ReservationBenchmark() {}

  /** A database and its stock. */
  @State(Scope.Benchmark)
  public static class Stock {

    @Param({"hot", "uniform"})
    String key = "";

    @Param("10000")
    int rows;

    @Param("")
    String url = "";

    private Reservations reservations = Reservations.NONE;

    /** Creates the benchmark's state, as JMH asks. */
    public Stock() {}

    /** Starts the database and fills it. */
    @Setup(Level.Trial)
    public void open() {
      reservations = Reservations.open(url, rows);
    }

    /** Stops it. */
    @TearDown(Level.Trial)
    public void close() {
      reservations.close();
    }

    int[] next(SplittableRandom random) {
      return reservations.skus(key.equals("hot"), random);
    }
  }

  /** Which SKUs the next one is about. */
  @State(Scope.Thread)
  public static class Choice {
    private final SplittableRandom random = new SplittableRandom(Thread.currentThread().getId());

    /** Creates the benchmark's state, as JMH asks. */
    public Choice() {}
  }

  /** A conditional update and an insert for each SKU, in one transaction. */
  @Benchmark
  public boolean plainSql(Stock stock, Choice choice) {
    return stock.reservations.plainReservation(stock.next(choice.random));
  }

  /** A hold at the storage port. */
  @Benchmark
  public boolean library(Stock stock, Choice choice) {
    return stock.reservations.reservation(stock.next(choice.random));
  }

  /** What is left of each, asked at the storage port. */
  @Benchmark
  public long libraryLookup(Stock stock, Choice choice) {
    return stock.reservations.left(stock.next(choice.random));
  }

  /** The same as {@link #library}, each caller in a transaction of its own. */
  @Benchmark
  public boolean libraryAlone(Stock stock, Choice choice) {
    return stock.reservations.reservationAlone(stock.next(choice.random));
  }
}
