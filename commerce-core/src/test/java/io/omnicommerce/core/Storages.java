package io.omnicommerce.core;

import io.omnicommerce.databases.DatabaseServer;
import io.omnicommerce.databases.RentedDatabase;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.jdbc.JdbcStorage;
import io.omnicommerce.storage.Storage;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The storage that the rooms' tests run on: memory, or what the system property {@code
 * omnicommerce.storage} says. The build runs them on several.
 */
public final class Storages {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Deque<RentedDatabase> RENTED = new ArrayDeque<>();

  private Storages() {}

  /** A storage with nothing in it, which reads this clock. A test may have several. */
  public static Storage fresh(InstantSource clock) {
    String chosen = System.getProperty("omnicommerce.storage", "memory");
    return switch (chosen) {
      case "memory" -> InMemoryStorage.builder().clock(clock).throughCodecs(true).build();
      case "h2" -> h2(clock);
      case "postgres" -> rented(DatabaseServer.POSTGRESQL, clock);
      case "mariadb" -> rented(DatabaseServer.MARIADB, clock);
      default ->
          throw new IllegalArgumentException(
              "omnicommerce.storage may be memory, h2, postgres or mariadb, not " + chosen);
    };
  }

  private static Storage h2(InstantSource clock) {
    String url = "jdbc:h2:mem:rooms" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
    pool.setMaxConnections(64);
    JdbcSchema.create(pool);
    return JdbcStorage.over(pool).clock(clock);
  }

  private static Storage rented(DatabaseServer server, InstantSource clock) {
    RentedDatabase database = server.rent();
    synchronized (RENTED) {
      RENTED.add(database);
    }
    return JdbcStorage.over(database.pool()).clock(clock);
  }

  /** Ends what the test that has just ended had rented. */
  static void giveBack() {
    synchronized (RENTED) {
      RENTED.forEach(RentedDatabase::close);
      RENTED.clear();
    }
  }
}
