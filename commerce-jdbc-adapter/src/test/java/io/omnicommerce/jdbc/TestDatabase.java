package io.omnicommerce.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.databases.DatabaseServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A database for tests. Its server is started once, by the first test that asks; where it cannot
 * run, that test says so and is not run, which is not the same as green.
 */
enum TestDatabase {
  H2,
  H2_FILE,
  POSTGRESQL,
  MARIADB;

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Map<TestDatabase, HikariDataSource> SHARED =
      new EnumMap<>(TestDatabase.class);

  Dialect dialect() {
    return switch (this) {
      case H2, H2_FILE -> Dialect.H2;
      case POSTGRESQL -> Dialect.POSTGRESQL;
      case MARIADB -> Dialect.MARIADB;
    };
  }

  /** The shared database of this JVM, its tables empty. */
  HikariDataSource emptied() {
    HikariDataSource shared = shared();
    List<String> tables = new ArrayList<>(Table.names());
    tables.add("contract_note_item");
    execute(shared, tables.stream().map(table -> "DELETE FROM " + table).toList());
    return shared;
  }

  HikariDataSource shared() {
    synchronized (SHARED) {
      return SHARED.computeIfAbsent(this, TestDatabase::fresh);
    }
  }

  /** A database of the caller's own, with the schema in it. */
  HikariDataSource fresh() {
    HikariDataSource pool = bare(config -> {});
    JdbcSchema.create(pool);
    execute(pool, tablesOfTests());
    return pool;
  }

  /** A database of the caller's own with nothing in it. */
  HikariDataSource bare(java.util.function.Consumer<HikariConfig> more) {
    HikariConfig config =
        switch (this) {
          case H2 -> h2("mem:omni" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
          case H2_FILE -> h2("file:" + Path.of("target", "h2", "omni" + System.nanoTime()));
          case POSTGRESQL -> DatabaseServer.POSTGRESQL.newDatabase();
          case MARIADB -> DatabaseServer.MARIADB.newDatabase();
        };
    config.setMaximumPoolSize(16);
    more.accept(config);
    return new HikariDataSource(config);
  }

  private static HikariConfig h2(String where) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:" + where);
    config.setMinimumIdle(0);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }

  /** Whether the tests are to run on this database. */
  void assumeChosen() {
    String chosen = System.getProperty("omnicommerce.databases", "h2,postgres,mariadb");
    String mine = this == POSTGRESQL ? "postgres" : dialect().name().toLowerCase(Locale.ROOT);
    assumeTrue(
        List.of(chosen.split(",", -1)).contains(mine),
        () -> "not run on " + mine + ": omnicommerce.databases=" + chosen);
  }

  static void execute(DataSource dataSource, List<String> statements) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private List<String> tablesOfTests() {
    String instant = dialect() == Dialect.MARIADB ? "datetime(6)" : "timestamp with time zone";
    String text =
        switch (dialect()) {
          case H2 -> "varchar(255)";
          case POSTGRESQL -> "varchar(255) COLLATE \"C\"";
          case MARIADB -> "varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
        };
    return List.of(
        "CREATE TABLE contract_note_item (tenant_id "
            + text
            + " NOT NULL, document_id "
            + text
            + " NOT NULL, line_no integer NOT NULL, name "
            + text
            + ", amount bigint, done boolean, ends_at "
            + instant
            + ", PRIMARY KEY (tenant_id, document_id, line_no))");
  }
}
