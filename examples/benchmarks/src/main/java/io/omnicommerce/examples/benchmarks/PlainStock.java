package io.omnicommerce.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/**
 * The least that sells no unit twice, written by hand: a conditional update and an insert for each
 * SKU, batched, in one order, the shelf touched last; for an order also its header, its lines and a
 * row for the outbox.
 */
record PlainStock(DataSource dataSource) {

  static final String[] TABLES = {
    "CREATE TABLE plain_stock (sku varchar(64) PRIMARY KEY, available bigint NOT NULL)",
    "CREATE TABLE plain_reservation (id varchar(64), line int, sku varchar(64), quantity bigint,"
        + " PRIMARY KEY (id, line))",
    "CREATE TABLE plain_order (id varchar(64) PRIMARY KEY, number varchar(64) UNIQUE, body text)",
    "CREATE TABLE plain_order_line (id varchar(64), line int, number varchar(64), sku varchar(64),"
        + " quantity bigint, PRIMARY KEY (id, line))",
    "CREATE TABLE plain_outbox (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
        + " order_id varchar(64), payload text)"
  };

  private static final String TAKE =
      "UPDATE plain_stock SET available = available - 1 WHERE sku = ? AND available >= 1";
  private static final String RESERVATION = "INSERT INTO plain_reservation VALUES (?, ?, ?, 1)";
  private static final String ORDER = "INSERT INTO plain_order VALUES (?, ?, ?)";
  private static final String LINE = "INSERT INTO plain_order_line VALUES (?, ?, ?, ?, 1)";
  private static final String OUTBOX = "INSERT INTO plain_outbox (order_id, payload) VALUES (?, ?)";

  /** Reserves one of each. */
  boolean reserve(String id, int[] skus) {
    return committed(
        connection -> {
          lines(connection, RESERVATION, skus, id);
          take(connection, skus);
        });
  }

  /** Orders one of each. */
  boolean order(String id, int[] skus, String body) {
    return committed(
        connection -> {
          insert(connection, ORDER, id, "N-" + id, body);
          lines(connection, LINE, skus, id, "N-" + id);
          insert(connection, OUTBOX, id, body);
          lines(connection, RESERVATION, skus, id);
          take(connection, skus);
        });
  }

  private interface Work {
    void run(Connection connection) throws SQLException;
  }

  private boolean committed(Work work) {
    try (Connection connection = dataSource.getConnection()) {
      work.run(connection);
      connection.commit();
      return true;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void insert(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** The id, the number of the line, what else is given, and the SKU. */
  private static void lines(
      Connection connection, String sql, int[] skus, String id, String... more)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int line = 1; line <= skus.length; line++) {
        int column = 0;
        statement.setString(++column, id);
        statement.setInt(++column, line);
        for (String value : more) {
          statement.setString(++column, value);
        }
        statement.setString(++column, "SKU-" + skus[line - 1]);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void take(Connection connection, int[] skus) throws SQLException {
    int[] sorted = skus.clone();
    Arrays.sort(sorted);
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      for (int sku : sorted) {
        statement.setString(1, "SKU-" + sku);
        statement.addBatch();
      }
      for (int count : statement.executeBatch()) {
        if (count != 1) {
          throw new IllegalStateException("There is plenty, yet a shelf is short");
        }
      }
    }
  }
}
