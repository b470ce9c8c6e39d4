package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionService;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
import org.openjdk.jmh.annotations.Warmup;

/** Makes the rule book of a shop: in a JVM that has just started, and after each change. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@SuppressWarnings("NullAway.Init") // JMH sets the parameter and calls the setup
public class RuleBookBenchmark {

  private static final CallContext OFFICE =
      CallContext.of(
          TenantId.of("acme"),
          ChannelId.of("web"),
          Actor.system("benchmark", PromotionService.EDIT));

  @Param({"100", "1000", "10000"})
  public int promotions;

  private List<Promotion> all;
  private InMemoryStorage storage;
  private CorePromotionService service;
  private RuleBooks books;
  private int changes;

  /** As many promotions as are asked for, in storage. */
  @Setup
  public void save() {
    all = PricingWorld.promotions(promotions);
    storage = InMemoryStorage.builder().build();
    service = new CorePromotionService(storage, HostRules.NONE, bytes -> {});
    for (int from = 0; from < all.size(); from += PromotionService.SAVED_MAX) {
      int until = Math.min(all.size(), from + PromotionService.SAVED_MAX);
      service.save(OFFICE, all.subList(from, until));
    }
    books = new RuleBooks(HostRules.NONE);
  }

  /** Every promotion of a list is compiled, for the first time in this JVM. */
  @Benchmark
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public RuleBook cold() {
    return RuleBook.of(all, List.of(), Promotion.Stage.CART, HostRules.NONE, Conventions.STANDARD);
  }

  /** One promotion gets another priority, before each call. */
  @Setup(Level.Iteration)
  public void change() {
    int changed = changes++;
    Promotion one = all.get(changed % all.size());
    service.save(OFFICE, List.of(one.toBuilder().priority(changed % 100).build()));
  }

  /** The book after a change of one: all promotions are read again, one is compiled. */
  @Benchmark
  @Warmup(iterations = 5)
  @Measurement(iterations = 20)
  public RuleBook changed() {
    return storage.inTransaction(
        OFFICE, session -> books.of(session, Promotion.Stage.CART, Conventions.STANDARD));
  }

  /**
   * Prints the time on the processor that each takes the calling thread, once in this JVM and then
   * in the middle of 15 changes: for a machine that is shared.
   *
   * @param args how many promotions; 10,000 if nothing is said
   */
  public static void main(String[] args) {
    RuleBookBenchmark book = new RuleBookBenchmark();
    book.promotions = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
    book.save();
    System.out.println("cold " + busyMicros(book::cold) + " us");
    book.changed();
    long[] changes = new long[15];
    for (int i = 0; i < changes.length; i++) {
      book.change();
      changes[i] = busyMicros(book::changed);
    }
    Arrays.sort(changes);
    System.out.println("changed " + changes[changes.length / 2] + " us");
  }

  private static long busyMicros(Supplier<RuleBook> work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (work.get().isEmpty()) {
      throw new IllegalStateException("An empty book");
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000;
  }
}
