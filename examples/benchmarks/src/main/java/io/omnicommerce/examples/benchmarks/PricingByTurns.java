package io.omnicommerce.examples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Prices the carts of {@link PricingBenchmark} by turns in one thread, by hand and by the library,
 * and prints the medians of the time on the processor and what was allocated: for machines that are
 * shared, where neither the clock nor one run after the other can be trusted.
 */
public final class PricingByTurns {

  private static final int WARM_UP = 40;
  private static final int TURNS = 60;
  private static final long TURN_NANOS = 10_000_000;
  private static final List<String> SIZES =
      List.of("20x10", "20x100", "20x1000", "100x100", "1000x10000");

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private long seen;

  private PricingByTurns() {}

  /**
   * @param args sizes, lines x promotions; those of the benchmark if there are none
   */
  public static void main(String[] args) {
    System.out.println("size         what             us      ratio       bytes");
    for (String size : args.length == 0 ? SIZES : List.of(args)) {
      new PricingByTurns().run(size);
    }
  }

  private void run(String size) {
    PricingWorld world = new PricingWorld(size);
    StraightLinePricing line = new StraightLinePricing(world.lines, world.promotions);
    Way limit = new Way("limit", line::price);
    Way library = new Way("library", () -> world.price().totals().grand().minor());
    Way read = new Way("read", () -> PricingBenchmark.read(world.price()));
    Way explained = new Way("explained", () -> world.explain().promotions().size());
    List<Way> ways = List.of(limit, library, read, explained);
    for (int turn = -WARM_UP; turn < TURNS; turn++) {
      for (Way way : ways) {
        way.take(turn);
      }
    }
    ways.forEach(way -> way.print(size, limit));
    if (seen == 42) {
      System.out.println(); // so that nothing is left out because nobody looks at it
    }
  }

  /** One way to price. */
  private final class Way {
    private final String name;
    private final LongSupplier work;
    private final double[] micros = new double[TURNS];
    private long calls = 1;
    private long bytes;

    Way(String name, LongSupplier work) {
      this.name = name;
      this.work = work;
    }

    /** While it warms up a turn becomes as long as it shall be. */
    void take(int turn) {
      long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
      long before = THREADS.getCurrentThreadCpuTime();
      for (long call = 0; call < calls; call++) {
        seen += work.getAsLong();
      }
      long nanos = THREADS.getCurrentThreadCpuTime() - before;
      if (turn >= 0) {
        micros[turn] = nanos / 1_000.0 / calls;
        bytes = (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) / calls;
      } else if (nanos < TURN_NANOS) {
        calls *= 2;
      }
    }

    private double median() {
      double[] sorted = micros.clone();
      Arrays.sort(sorted);
      return sorted[TURNS / 2];
    }

    void print(String size, Way limit) {
      System.out.printf(
          Locale.ROOT,
          "%-12s %-10s %8.2f %10.1f %11d%n",
          size,
          name,
          median(),
          median() / limit.median(),
          bytes);
    }
  }
}
