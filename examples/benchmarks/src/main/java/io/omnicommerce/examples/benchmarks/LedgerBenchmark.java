package io.omnicommerce.examples.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long the ledger takes for one movement. */
@State(Scope.Benchmark)
public class LedgerBenchmark {
  private long available = Long.MAX_VALUE;

  /** Creates the benchmark's state, as JMH asks. */
  public LedgerBenchmark() {}

  /** Takes one unit. */
  @Benchmark
  public long take() {
    return available--;
  }
}
