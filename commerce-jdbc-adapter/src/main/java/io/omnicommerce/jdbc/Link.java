package io.omnicommerce.jdbc;

import io.omnicommerce.jdbc.Rows.Bind;
import io.omnicommerce.jdbc.Rows.BindItem;
import io.omnicommerce.jdbc.Rows.Describe;
import io.omnicommerce.jdbc.Rows.Read;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection, the engine at its other end, and the clock that rules. */
final class Link {

  private final Source source;
  private final Engine engine;
  private final StorageClock clock;
  private boolean used;

  /** Where the connection comes from, as soon as something is asked. */
  @FunctionalInterface
  interface Source {
    Connection connection() throws SQLException;
  }

  Link(Connection connection, Engine engine, StorageClock clock) {
    this(() -> connection, engine, clock);
  }

  Link(Source source, Engine engine, StorageClock clock) {
    this.source = source;
    this.engine = engine;
    this.clock = clock;
  }

  /** Commits, and knows what a failure means. */
  void commit() {
    try {
      source.connection().commit();
      used = false;
    } catch (SQLException failed) {
      throw Failures.atCommit(failed);
    }
  }

  void rollback() throws SQLException {
    if (used) {
      used = false;
      source.connection().rollback();
    }
  }

  Engine engine() {
    return engine;
  }

  /** How this link's texts ask for the time. */
  String nowSql() {
    return clock.isDatabase() ? engine.databaseNow() : engine.boundNumber();
  }

  /** The time, in milliseconds. */
  long now() throws SQLException {
    if (!clock.isDatabase()) {
      return clock.bound().orElseThrow();
    }
    return list("SELECT " + engine.databaseNow(), p -> {}, row -> row.getLong(1)).get(0);
  }

  <R> List<R> list(String sql, Bind bind, Read<R> read) throws SQLException {
    List<R> result = new ArrayList<>();
    try (PreparedStatement statement = prepared(sql)) {
      bind.to(new Params(statement, clock));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          result.add(read.from(rows));
        }
      }
    }
    return result;
  }

  /** What a question is about, without asking it. */
  <R> R described(String sql, Describe<R> describe) throws SQLException {
    try (PreparedStatement statement = prepared(sql)) {
      return describe.of(statement.getMetaData());
    }
  }

  int update(String sql, Bind bind) throws SQLException {
    try (PreparedStatement statement = prepared(sql)) {
      bind.to(new Params(statement, clock));
      return statement.executeUpdate();
    }
  }

  /**
   * Executes a text once for each item, in their order, in as few round trips as the driver can.
   *
   * @return a count for each
   */
  <T> int[] batch(String sql, List<T> items, BindItem<T> bind) throws SQLException {
    if (items.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = prepared(sql)) {
      Params params = new Params(statement, clock);
      if (items.size() == 1) {
        bind.to(params, items.get(0));
        return new int[] {statement.executeUpdate()};
      }
      for (T item : items) {
        bind.to(params.first(), item);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = source.connection().prepareStatement(sql);
    used = true;
    return statement;
  }
}
