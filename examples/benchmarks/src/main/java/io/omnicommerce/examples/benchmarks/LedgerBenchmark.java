package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.Commerce;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.jdbc.JdbcStorage;
import io.omnicommerce.storage.Storage;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
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
 * A reservation of five SKUs: by the storage's ledger, by the inventory room above it, and by plain
 * JDBC, on the same engine in the same run. Compare the methods, not the seconds. {@code -p
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

  /** A database; each method has tables of its own in it. */
  @State(Scope.Benchmark)
  public static class Database {

    @Param("jdbc:h2:mem:ledger;DB_CLOSE_DELAY=-1")
    String url = "";

    final AtomicLong ids = new AtomicLong();
    Pool pool = Pool.none();

    /** Creates the benchmark's state, as JMH asks. */
    public Database() {}

    /** Connects. */
    @Setup(Level.Trial)
    public void open() {
      pool = Pool.of(url);
    }

    /** Gives the connections back. */
    @TearDown(Level.Trial)
    public void close() {
      pool.close();
    }
  }

  /** Stock in plain tables, lean and full. */
  @State(Scope.Benchmark)
  public static class Plain {
    PlainSql lean = new PlainSql(Pool.NOWHERE, true);
    PlainSql full = new PlainSql(Pool.NOWHERE, false);

    /** Creates the benchmark's state, as JMH asks. */
    public Plain() {}

    /** Makes the tables and the stock. */
    @Setup(Level.Trial)
    public void open(Database database) {
      lean = new PlainSql(database.pool.dataSource(), true).open(SKUS, PLENTY);
      full = new PlainSql(database.pool.dataSource(), false).open(SKUS, PLENTY);
    }
  }

  /** Stock in the library's tables. */
  @State(Scope.Benchmark)
  public static class Library {
    Storage storage = InMemoryStorage.create();
    Commerce commerce = Shop.over(storage);

    /** Creates the benchmark's state, as JMH asks. */
    public Library() {}

    /** Makes the tables and the stock. */
    @Setup(Level.Trial)
    public void open(Database database) {
      JdbcSchema.create(database.pool.dataSource());
      storage = JdbcStorage.over(database.pool.dataSource());
      commerce = Shop.over(storage);
      Shop.open(commerce, SKUS, PLENTY);
    }
  }

  /** The storage in memory with its stock. */
  @State(Scope.Benchmark)
  public static class Memory {
    final AtomicLong ids = new AtomicLong();
    Storage storage = InMemoryStorage.create();

    /** Creates the benchmark's state, as JMH asks. */
    public Memory() {}

    /** Makes the stock anew, so that what earlier iterations held does not pile up. */
    @Setup(Level.Iteration)
    public void receive() {
      storage = InMemoryStorage.create();
      Shop.receive(storage, SKUS, PLENTY);
    }
  }

  /** Which SKUs the next reservation is about. */
  @State(Scope.Thread)
  public static class Choice {
    private final SplittableRandom random = new SplittableRandom(42);

    /** Creates the benchmark's state, as JMH asks. */
    public Choice() {}

    /** Different ones: each from a range of its own. */
    int[] next(int lines) {
      int[] skus = new int[lines];
      int range = SKUS / lines;
      for (int i = 0; i < lines; i++) {
        skus[i] = i * range + random.nextInt(range);
      }
      return skus;
    }
  }

  /** By hand, the least that works. */
  @Benchmark
  public boolean plainLean(Database database, Plain plain, Choice choice) {
    return plain.lean.reserve("l" + database.ids.incrementAndGet(), choice.next(LINES));
  }

  /** By hand, keeping the same facts: an end, what is open of each line, and how to find both. */
  @Benchmark
  public boolean plainSql(Database database, Plain plain, Choice choice) {
    return plain.full.reserve("p" + database.ids.incrementAndGet(), choice.next(LINES));
  }

  /** By the ledger of the storage port. */
  @Benchmark
  public boolean ledger(Database database, Library library, Choice choice) {
    return Shop.hold(library.storage, "h" + database.ids.incrementAndGet(), choice.next(LINES));
  }

  /** By the inventory room: SKUs and location looked up, an event written. */
  @Benchmark
  public boolean room(Database database, Library library, Choice choice) {
    return Shop.reserve(library.commerce, "r" + database.ids.incrementAndGet(), choice.next(LINES));
  }

  /** By the ledger in memory. */
  @Benchmark
  public boolean memoryFive(Memory memory, Choice choice) {
    return Shop.hold(memory.storage, "m" + memory.ids.incrementAndGet(), choice.next(LINES));
  }

  /** By the ledger in memory, one SKU. */
  @Benchmark
  public boolean memoryOne(Memory memory, Choice choice) {
    return Shop.hold(memory.storage, "m" + memory.ids.incrementAndGet(), choice.next(1));
  }
}
