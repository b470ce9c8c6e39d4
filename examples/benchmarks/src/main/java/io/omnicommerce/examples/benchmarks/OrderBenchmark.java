package io.omnicommerce.examples.benchmarks;

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
 * Orders of two SKUs that all want, each with its document, lines, number and event, in one
 * decision of the storage port and in one transaction by hand; as {@link ReservationBenchmark}.
 */
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Threads(32)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class OrderBenchmark {

  private static final int[] BOTH = {0, 1};

  /** Creates the benchmark's state, as JMH asks. */
  public OrderBenchmark() {}

  /** A database and its stock. */
  @State(Scope.Benchmark)
  public static class Stock {

    @Param("")
    String url = "";

    private Reservations reservations = Reservations.NONE;

    /** Creates the benchmark's state, as JMH asks. */
    public Stock() {}

    /** Starts the database and fills it. */
    @Setup(Level.Trial)
    public void open() {
      reservations = Reservations.open(url, 10_000);
    }

    /** Stops it. */
    @TearDown(Level.Trial)
    public void close() {
      reservations.close();
    }
  }

  /** All inserts and two conditional updates in one transaction. */
  @Benchmark
  public boolean plainSql(Stock stock) {
    return stock.reservations.plainOrder(BOTH);
  }

  /** One decision. */
  @Benchmark
  public boolean library(Stock stock) {
    return stock.reservations.order(BOTH);
  }

  /** The same, each caller in a transaction of its own. */
  @Benchmark
  public boolean libraryAlone(Stock stock) {
    return stock.reservations.orderAlone(BOTH);
  }
}
