package io.omnicommerce.databases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.jdbc.JdbcSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A database that belongs to one test until it is closed. Making the tables takes far longer than
 * emptying them, so the next test gets the same database, emptied; the connections end with the
 * test, and a thread that it left behind can write no more.
 */
public final class RentedDatabase implements AutoCloseable {

  /** As many as the liveliest test has threads, and some. */
  private static final int CONNECTIONS = 64;

  private static final Map<DatabaseServer, Deque<String>> FREE =
      new EnumMap<>(DatabaseServer.class);

  private final DatabaseServer server;
  private final HikariDataSource pool;

  private RentedDatabase(DatabaseServer server, HikariDataSource pool) {
    this.server = server;
    this.pool = pool;
  }

  static synchronized RentedDatabase of(DatabaseServer server) {
    String free = free(server).poll();
    return free == null ? made(server) : emptied(server, free);
  }

  /** Connections to it; they neither commit by themselves nor outlive {@link #close}. */
  public HikariDataSource pool() {
    return pool;
  }

  /** Ends its connections and gives it to the next test. */
  @Override
  public void close() {
    pool.close();
    synchronized (RentedDatabase.class) {
      free(server).add(pool.getJdbcUrl());
    }
  }

  private static Deque<String> free(DatabaseServer server) {
    return FREE.computeIfAbsent(server, any -> new ArrayDeque<>());
  }

  private static RentedDatabase made(DatabaseServer server) {
    RentedDatabase made = reached(server, server.newUrl());
    JdbcSchema.create(made.pool);
    return made;
  }

  private static RentedDatabase emptied(DatabaseServer server, String url) {
    RentedDatabase used = reached(server, url);
    try (Connection connection = used.pool.getConnection()) {
      empty(connection);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return used;
  }

  private static RentedDatabase reached(DatabaseServer server, String url) {
    HikariConfig config = server.connectingTo(url);
    config.setMaximumPoolSize(CONNECTIONS);
    return new RentedDatabase(server, new HikariDataSource(config));
  }

  private static void empty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        statement.executeUpdate("DELETE FROM " + table);
      }
    }
    connection.commit();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME"));
      }
    }
    return names;
  }
}
