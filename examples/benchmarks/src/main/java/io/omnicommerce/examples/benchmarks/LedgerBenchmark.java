package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.jdbc.JdbcStorage;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A reservation of five SKUs: by the ledger, and by the fewest statements that plain JDBC needs for
 * it, on the same engine in the same run. Compare the two, not the seconds. {@code -p
 * url=jdbc:postgresql:…} names another database; it must be empty.
 */
@BenchmarkMode(Mode.Throughput)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LedgerBenchmark {

  private static final int SKUS = 10_000;
  private static final int LINES = 5;
  private static final long PLENTY = 1_000_000_000L;

  /** Creates the benchmark's state, as JMH asks. */
  public LedgerBenchmark() {}

  /** A database with the same stock twice: in the ledger, and in a plain table. */
  @State(Scope.Benchmark)
  public static class Database {

    @Param("jdbc:h2:mem:ledger;DB_CLOSE_DELAY=-1")
    String url = "";

    private final AtomicLong ids = new AtomicLong();
    Pool pool = Pool.none();
    RawReservation raw = RawReservation.none();
    Storage library = InMemoryStorage.create();

    /** Creates the benchmark's state, as JMH asks. */
    public Database() {}

    /** Makes the tables and the stock. */
    @Setup(Level.Trial)
    public void open() {
      pool = Pool.of(url);
      JdbcSchema.create(pool.dataSource());
      raw = RawReservation.withStock(pool.dataSource(), SKUS, PLENTY);
      library = JdbcStorage.over(pool.dataSource());
      receive(library);
    }

    /** Gives the connections back. */
    @TearDown(Level.Trial)
    public void close() {
      pool.close();
    }
  }

  /** The storage in memory with its stock. */
  @State(Scope.Benchmark)
  public static class Memory {
    private final AtomicLong ids = new AtomicLong();
    Storage storage = InMemoryStorage.create();

    /** Creates the benchmark's state, as JMH asks. */
    public Memory() {}

    /** Makes the stock anew, so that what earlier iterations held does not pile up. */
    @Setup(Level.Iteration)
    public void receive() {
      storage = InMemoryStorage.create();
      LedgerBenchmark.receive(storage);
    }
  }

  /** Which SKUs the next reservation is about. */
  @State(Scope.Thread)
  public static class Choice {
    private final SplittableRandom random = new SplittableRandom(42);

    /** Creates the benchmark's state, as JMH asks. */
    public Choice() {}

    long[] next() {
      return LongStream.generate(() -> random.nextInt(SKUS)).distinct().limit(LINES).toArray();
    }
  }

  /** Five conditional updates and six inserts in one transaction, batched. */
  @Benchmark
  public boolean plainSql(Database database, Choice choice) {
    return database.raw.reserve("r" + database.ids.incrementAndGet(), choice.next());
  }

  /** The same reservation by the ledger, on the same database. */
  @Benchmark
  public boolean library(Database database, Choice choice) {
    return hold(database.library, "l" + database.ids.incrementAndGet(), choice.next());
  }

  /** The same reservation by the ledger, in memory. */
  @Benchmark
  public boolean inMemory(Memory memory, Choice choice) {
    return hold(memory.storage, "m" + memory.ids.incrementAndGet(), choice.next());
  }

  private static boolean hold(Storage storage, String id, long[] skus) {
    List<Leg> legs =
        LongStream.of(skus)
            .mapToObj(sku -> Leg.of(stock(sku), AccountId.contra("@shipped"), 1, "each"))
            .toList();
    LedgerStep hold =
        new LedgerStep.Hold(Batch.of(BatchId.of(id), legs), Optional.of(Duration.ofMinutes(15)));
    CommitResult result =
        storage.inTransaction(context(), session -> session.commit(Decision.of(hold)));
    if (!result.isApplied()) {
      throw new IllegalStateException("There is plenty, yet " + result);
    }
    return true;
  }

  private static void receive(Storage storage) {
    for (int first = 0; first < SKUS; first += Batch.LEGS_MAX) {
      List<Leg> legs =
          IntStream.range(first, Math.min(SKUS, first + Batch.LEGS_MAX))
              .mapToObj(sku -> Leg.of(AccountId.contra("@received"), stock(sku), PLENTY, "each"))
              .toList();
      BatchId id = BatchId.of("receive-" + first);
      storage.inTransaction(
          context(),
          session -> session.commit(Decision.of(new LedgerStep.Post(Batch.of(id, legs)))));
    }
  }

  private static AccountId stock(long sku) {
    return AccountId.of("stock", "SKU-" + sku, "LON");
  }

  private static CallContext context() {
    return CallContext.of(TenantId.of("acme"), ChannelId.of("web"), Actor.system("benchmark"));
  }
}
