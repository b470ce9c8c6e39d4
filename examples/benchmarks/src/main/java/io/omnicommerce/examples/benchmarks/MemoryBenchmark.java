package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.Storage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Holds in memory, of one SKU that all want or of one out of many. The legs are made before; ids,
 * batches and decisions are not. Everything held stays, as it would in a shop until it is due.
 */
@BenchmarkMode(Mode.Throughput)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class MemoryBenchmark {

  private static final int SKUS = 10_000;
  private static final int ROUNDS = 8;
  private static final int HOLDS = 1_000_000;

  @Param({"hot", "uniform"})
  String key = "";

  private final SplittableRandom random = new SplittableRandom(42);
  private final List<List<Leg>> legs = IntStream.range(0, SKUS).mapToObj(Shop::legs).toList();
  private Storage storage = InMemoryStorage.create();
  private int ids;
  private long count;

  /** Creates the benchmark's state, as JMH asks. */
  public MemoryBenchmark() {}

  /** Makes the stock anew, so that what earlier iterations held does not pile up. */
  @Setup(Level.Iteration)
  public void receive() {
    storage = InMemoryStorage.create();
    Shop.receive(storage, SKUS, 1_000_000_000L);
  }

  /**
   * Prints the time that a hold takes this thread on the processor, for a machine that is shared.
   */
  public static void main(String[] args) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    MemoryBenchmark benchmark = new MemoryBenchmark();
    benchmark.key = "hot";
    for (int round = 0; round < ROUNDS; round++) {
      benchmark.receive();
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < HOLDS; i++) {
        benchmark.count += benchmark.hold() ? 1 : 0;
      }
      long each = (threads.getCurrentThreadCpuTime() - start) / HOLDS;
      System.out.printf(Locale.ROOT, "%d ns a hold, %.2f million a second%n", each, 1_000.0 / each);
    }
    System.out.println(benchmark.count + " held");
  }

  /** Holds one of a SKU. */
  @Benchmark
  public boolean hold() {
    int sku = key.equals("hot") ? 0 : random.nextInt(SKUS);
    return Shop.hold(storage, Integer.toString(++ids, Character.MAX_RADIX), legs.get(sku));
  }
}
