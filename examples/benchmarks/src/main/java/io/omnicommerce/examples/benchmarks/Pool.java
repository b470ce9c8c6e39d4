package io.omnicommerce.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** Connections to the database that is measured. */
record Pool(@Nullable HikariDataSource connections) {

  /** Before there is a database. */
  static final DataSource NOWHERE = new JdbcDataSource();

  private static final int CONNECTIONS_MAX = 32;

  static Pool none() {
    return new Pool(null);
  }

  static Pool of(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS_MAX);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new Pool(new HikariDataSource(config));
  }

  DataSource dataSource() {
    if (connections == null) {
      throw new IllegalStateException("no database was opened");
    }
    return connections;
  }

  void close() {
    if (connections != null) {
      connections.close();
    }
  }
}
