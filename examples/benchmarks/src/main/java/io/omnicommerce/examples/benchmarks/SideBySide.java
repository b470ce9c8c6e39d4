package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.Commerce;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.jdbc.JdbcStorage;
import io.omnicommerce.storage.Storage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * The reservations of {@link LedgerBenchmark} by turns, a few hundred of each at a time, one
 * caller: on a machine that is shared with other work, only what runs side by side can be compared.
 * Prints each one's median time and the time on the processor, relative to plain SQL.
 */
public final class SideBySide {

  private static final int SKUS = 10_000;
  private static final long PLENTY = 1_000_000_000L;
  private static final int LINES = 5;
  private static final int TURNS = 120;
  private static final int WARM_UP = 40;
  private static final int EACH = 200;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final SplittableRandom random = new SplittableRandom(42);
  private int ids;

  /** One way to reserve, and the time that each turn of it took. */
  private record Way(
      String name, BiConsumer<String, int[]> call, List<Long> wall, List<Long> busy) {
    static Way of(String name, BiConsumer<String, int[]> call) {
      return new Way(name, call, new ArrayList<>(), new ArrayList<>());
    }
  }

  private SideBySide() {}

  /**
   * Runs all.
   *
   * @param args the address of an empty database; H2 in memory without
   */
  public static void main(String[] args) {
    Pool pool = Pool.of(args.length == 0 ? "jdbc:h2:mem:ledger" : args[0]);
    JdbcSchema.create(pool.dataSource());
    Storage storage = JdbcStorage.over(pool.dataSource());
    Commerce commerce = Shop.over(storage);
    Shop.open(commerce, SKUS, PLENTY);
    PlainSql lean = new PlainSql(pool.dataSource(), true).open(SKUS, PLENTY);
    PlainSql full = new PlainSql(pool.dataSource(), false).open(SKUS, PLENTY);
    Way plain = Way.of("plainSql", full::reserve);
    new SideBySide()
        .run(
            plain,
            Way.of("plainLean", lean::reserve),
            Way.of("ledger", (id, skus) -> Shop.hold(storage, id, skus)),
            Way.of("room", (id, skus) -> Shop.reserve(commerce, id, skus)));
    pool.close();
  }

  private void run(Way... ways) {
    for (int turn = -WARM_UP; turn < TURNS; turn++) {
      for (Way way : ways) {
        long wall = System.nanoTime();
        long busy = threads.getCurrentThreadCpuTime();
        reserve(way);
        if (turn >= 0) {
          way.wall().add((System.nanoTime() - wall) / EACH);
          way.busy().add((threads.getCurrentThreadCpuTime() - busy) / EACH);
        }
      }
    }
    for (Way way : ways) {
      print(way, ways[0]);
    }
  }

  private void reserve(Way way) {
    for (int i = 0; i < EACH; i++) {
      int[] skus = new int[LINES];
      int range = SKUS / LINES;
      for (int line = 0; line < LINES; line++) {
        skus[line] = line * range + random.nextInt(range);
      }
      way.call().accept(way.name() + ++ids, skus);
    }
  }

  private static void print(Way way, Way plain) {
    long wall = median(way.wall());
    long busy = median(way.busy());
    System.out.printf(
        Locale.ROOT,
        "%-9s %5d us, %3d %% of the speed of %s; on the processor %5d us, %3d %%%n",
        way.name(),
        wall / 1_000,
        100 * median(plain.wall()) / wall,
        plain.name(),
        busy / 1_000,
        100 * median(plain.busy()) / busy);
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
