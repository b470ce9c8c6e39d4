package io.omnicommerce.core;

import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.databases.DatabaseServer;
import io.omnicommerce.databases.RentedDatabase;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.jdbc.JdbcStorage;
import io.omnicommerce.storage.Storage;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;
import org.junit.jupiter.api.Assumptions;

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

  /**
   * A database that another JVM reaches as well; aborts a test that runs in memory.
   *
   * @param url where it is
   * @param user as whom
   */
  public record Shared(DataSource pool, String url, String user) {

    public static Shared fresh() {
      return switch (System.getProperty("omnicommerce.storage", "memory")) {
        case "h2" -> served();
        case "postgres" -> rented(DatabaseServer.POSTGRESQL);
        case "mariadb" -> rented(DatabaseServer.MARIADB);
        default -> Assumptions.abort("not run: no other JVM reaches this one's memory");
      };
    }

    private static Shared rented(DatabaseServer server) {
      HikariDataSource pool = Storages.rented(server).pool();
      return new Shared(pool, pool.getJdbcUrl(), pool.getUsername());
    }

    private static Shared served() {
      String name = "mem:rooms" + COUNT.incrementAndGet();
      DataSource pool = h2(name);
      try {
        Server server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/" + name;
        return new Shared(pool, url, "sa");
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  private static Storage h2(InstantSource clock) {
    return JdbcStorage.over(h2("mem:rooms" + COUNT.incrementAndGet())).clock(clock);
  }

  private static DataSource h2(String name) {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
    pool.setMaxConnections(64);
    JdbcSchema.create(pool);
    return pool;
  }

  private static Storage rented(DatabaseServer server, InstantSource clock) {
    return JdbcStorage.over(rented(server).pool()).clock(clock);
  }

  private static RentedDatabase rented(DatabaseServer server) {
    RentedDatabase database = server.rent();
    synchronized (RENTED) {
      RENTED.add(database);
    }
    return database;
  }

  /** Ends what the test that has just ended had rented. */
  static void giveBack() {
    synchronized (RENTED) {
      RENTED.forEach(RentedDatabase::close);
      RENTED.clear();
    }
  }
}
