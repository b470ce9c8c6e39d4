package io.omnicommerce.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the benchmark's own that syncs every commit, or an empty database elsewhere. */
record Postgres(@Nullable EmbeddedPostgres server, HikariDataSource pool) implements AutoCloseable {

  private static final int CONNECTIONS = 32;

  /** Starts a server, unless an address is given. */
  static Postgres open(String url) {
    try {
      EmbeddedPostgres server = url.isEmpty() ? start() : null;
      String address = server == null ? url : server.getJdbcUrl("postgres", "postgres");
      return new Postgres(server, pool(address));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("shared_buffers", "2GB")
        .setServerConfig("max_wal_size", "4GB")
        .start();
  }

  static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new HikariDataSource(config);
  }

  DataSource dataSource() {
    return pool;
  }

  String url() {
    return pool.getJdbcUrl();
  }

  /** Runs statements in one transaction. */
  void execute(String... statements) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
      connection.commit();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The number that a question answers with. */
  long count(String question) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    pool.close();
    if (server != null) {
      try {
        server.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
