package io.omnicommerce.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The one PostgreSQL of this JVM, at a port of the kernel's choice. */
final class PostgresServer {

  private static final Started<EmbeddedPostgres> SERVER =
      new Started<>("PostgreSQL", PostgresServer::start);

  private PostgresServer() {}

  /** The address of a new database. */
  static String url(String database) {
    EmbeddedPostgres server = SERVER.get();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return server.getJdbcUrl("postgres", database);
  }

  private static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(3))
        .setServerConfig("max_connections", "200")
        .setServerConfig("fsync", "off")
        .start();
  }
}
