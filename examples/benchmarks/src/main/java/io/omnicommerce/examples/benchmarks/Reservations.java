package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.jdbc.JdbcStorage;
import io.omnicommerce.storage.Storage;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * So many SKUs in plain tables and in the library's, in one PostgreSQL.
 *
 * @param alone the library with every caller in a transaction of its own
 */
record Reservations(
    @Nullable Postgres postgres,
    int rows,
    PlainStock plain,
    Storage library,
    Storage alone,
    AtomicLong ids)
    implements AutoCloseable {

  /** How many SKUs a reservation is about that has no hot one. */
  static final int LINES = 5;

  private static final String BODY =
      "{\"note\":\"" + "an order of about a kilobyte ".repeat(36) + "\"}";

  /** Before there is a database. */
  static final Reservations NONE =
      new Reservations(
          null,
          0,
          new PlainStock(Pool.NOWHERE),
          InMemoryStorage.create(),
          InMemoryStorage.create(),
          new AtomicLong());

  static Reservations open(String url, int rows) {
    Postgres postgres = Postgres.open(url);
    JdbcSchema.create(postgres.dataSource());
    postgres.execute(PlainStock.TABLES);
    postgres.execute(
        "INSERT INTO plain_stock SELECT 'SKU-' || n, 1000000000 FROM generate_series(0, "
            + (rows - 1)
            + ") n",
        "INSERT INTO ledger_account SELECT 'acme', 'stock/SKU-' || n || '/LON', 'stock', 'SKU-' || n,"
            + " 'LON', 'each', 1000000000, 0, 0, 0 FROM generate_series(0, "
            + (rows - 1)
            + ") n");
    postgres.execute("ANALYZE");
    JdbcStorage library = JdbcStorage.over(postgres.dataSource());
    return new Reservations(
        postgres,
        rows,
        new PlainStock(postgres.dataSource()),
        library,
        library.coalescing(false),
        new AtomicLong());
  }

  String nextId() {
    return Long.toString(ids.incrementAndGet(), Character.MAX_RADIX);
  }

  /** The first SKU for a hot key; else different ones, each from a range of its own. */
  int[] skus(boolean hot, SplittableRandom random) {
    if (hot) {
      return new int[] {0};
    }
    int[] skus = new int[LINES];
    int range = rows / LINES;
    for (int i = 0; i < LINES; i++) {
      skus[i] = i * range + random.nextInt(range);
    }
    return skus;
  }

  boolean plainReservation(int[] skus) {
    return plain.reserve(nextId(), skus);
  }

  boolean reservation(int[] skus) {
    return Shop.hold(library, nextId(), skus);
  }

  boolean reservationAlone(int[] skus) {
    return Shop.hold(alone, nextId(), skus);
  }

  long left(int[] skus) {
    return Shop.left(library, skus);
  }

  boolean plainOrder(int[] skus) {
    return plain.order(nextId(), skus, BODY);
  }

  boolean order(int[] skus) {
    return OrderDecision.commit(library, nextId(), skus, BODY);
  }

  boolean orderAlone(int[] skus) {
    return OrderDecision.commit(alone, nextId(), skus, BODY);
  }

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
