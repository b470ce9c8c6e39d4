package io.omnicommerce.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The one PostgreSQL of this JVM, at a port of the kernel's choice. */
final class PostgresServer {

  private static EmbeddedPostgres server;

  private PostgresServer() {}

  static synchronized String url(String database) {
    if (server == null) {
      server = TestDatabase.startedOrNotRun("PostgreSQL", PostgresServer::start);
    }
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return server.getJdbcUrl("postgres", database);
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("max_connections", "200")
          .setServerConfig("fsync", "off")
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
