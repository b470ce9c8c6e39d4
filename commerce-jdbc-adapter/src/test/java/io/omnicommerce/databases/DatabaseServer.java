package io.omnicommerce.databases;

import com.zaxxer.hikari.HikariConfig;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server of databases: one of each kind in a JVM, started by the first test that asks and stopped
 * with the JVM. Where it cannot run, each test that asks is aborted, which says that it was not run
 * and why; it is never green.
 */
public enum DatabaseServer {
  POSTGRESQL("postgres"),
  MARIADB("root");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String user;

  DatabaseServer(String user) {
    this.user = user;
  }

  /**
   * A new database with nothing in it, and how a pool of connections reaches it: as the server's
   * administrator, reading what is committed, each transaction ended by whoever began it.
   */
  public HikariConfig newDatabase() {
    return connectingTo(newUrl());
  }

  /** A database with Omnicommerce's tables in it, all of them empty, for one test. */
  public RentedDatabase rent() {
    return RentedDatabase.of(this);
  }

  /** The address of a new database with nothing in it. */
  String newUrl() {
    String name = "omni" + COUNT.incrementAndGet();
    return switch (this) {
      case POSTGRESQL -> PostgresServer.url(name);
      case MARIADB -> MariaDbServer.url(name);
    };
  }

  HikariConfig connectingTo(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setMinimumIdle(0);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }
}
