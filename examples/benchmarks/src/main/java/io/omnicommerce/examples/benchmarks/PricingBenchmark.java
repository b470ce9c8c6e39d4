package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.promotion.PromotionVerdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Prices one cart: by hand, and by the library with its result and trace. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH sets the parameter and calls the setup
public class PricingBenchmark {

  /** Lines x promotions. */
  @Param({"20x10", "20x100", "20x1000", "100x100", "1000x10000"})
  public String size;

  private StraightLinePricing line;
  private PricingWorld world;

  /** The same cart for both, which must come to the same. */
  @Setup
  public void fill() {
    world = new PricingWorld(size);
    line = new StraightLinePricing(world.lines, world.promotions);
    PricedCart priced = world.price();
    long total = line.price();
    if (priced.totals().grand().minor() != total
        || priced.totals().taxIncluded().minor() != line.tax()
        || !priced
            .trace()
            .total(priced.totals().grand().currency())
            .equals(priced.totals().grand())) {
      throw new IllegalStateException(
          "by hand " + total + ", tax " + line.tax() + ": " + priced.totals());
    }
  }

  /** What it costs at least. */
  @Benchmark
  public long limit() {
    return line.price();
  }

  /** From the facts of the cart to the priced cart with its trace. */
  @Benchmark
  public PricedCart library() {
    return world.price();
  }

  /** The same, and everything of it is read: what is made when it is read is made. */
  @Benchmark
  public int read() {
    return read(world.price());
  }

  static int read(PricedCart priced) {
    int trace = priced.trace().conventions().hashCode() + priced.trace().steps().hashCode();
    return trace + priced.lines().hashCode() + priced.totals().hashCode();
  }

  /** From the same facts to the full explanation, as data. */
  @Benchmark
  public PricingExplanation explained() {
    return world.explain();
  }

  /** As {@link #explained}, with what became of each promotion; not the words of its findings. */
  @Benchmark
  public int judged() {
    int applied = 0;
    for (PromotionVerdict verdict : world.explain().promotions()) {
      applied += verdict.isApplied() ? 1 : 0;
    }
    return applied;
  }

  /** As {@link #explained}, and everything of it read. */
  @Benchmark
  public int explainedAndRead() {
    return world.explain().hashCode();
  }
}
