package io.omnicommerce.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a careful programmer would write by hand: conditional updates in one order, and a record of
 * the reservation.
 */
record RawReservation(@Nullable DataSource dataSource) {

  private static final String TAKE =
      "UPDATE raw_stock SET available = available - 1 WHERE tenant = 'acme' AND sku = ? AND available >= 1";
  private static final String RESERVATION =
      "INSERT INTO raw_reservation VALUES ('acme', ?, 'HELD')";
  private static final String LINE = "INSERT INTO raw_reservation_line VALUES ('acme', ?, ?, ?, 1)";

  static RawReservation none() {
    return new RawReservation(null);
  }

  static RawReservation withStock(DataSource dataSource, int skus, long each) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE raw_stock (tenant varchar(64), sku bigint, available bigint NOT NULL, PRIMARY KEY (tenant, sku))");
      statement.execute(
          "CREATE TABLE raw_reservation (tenant varchar(64), id varchar(64), state varchar(16), PRIMARY KEY (tenant, id))");
      statement.execute(
          "CREATE TABLE raw_reservation_line (tenant varchar(64), id varchar(64), line int, sku bigint, quantity bigint, PRIMARY KEY (tenant, id, line))");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO raw_stock VALUES ('acme', ?, ?)")) {
        for (int sku = 0; sku < skus; sku++) {
          insert.setLong(1, sku);
          insert.setLong(2, each);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
      return new RawReservation(dataSource);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  boolean reserve(String id, long[] skus) {
    long[] sorted = skus.clone();
    Arrays.sort(sorted);
    if (dataSource == null) {
      throw new IllegalStateException("no database was opened");
    }
    try (Connection connection = dataSource.getConnection()) {
      take(connection, sorted);
      record(connection, id, sorted);
      connection.commit();
      return true;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void take(Connection connection, long[] skus) throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      for (long sku : skus) {
        take.setLong(1, sku);
        take.addBatch();
      }
      for (int count : take.executeBatch()) {
        if (count != 1) {
          throw new IllegalStateException("There is plenty, yet a shelf is short");
        }
      }
    }
  }

  private static void record(Connection connection, String id, long[] skus) throws SQLException {
    try (PreparedStatement reservation = connection.prepareStatement(RESERVATION);
        PreparedStatement line = connection.prepareStatement(LINE)) {
      reservation.setString(1, id);
      reservation.executeUpdate();
      for (int number = 0; number < skus.length; number++) {
        line.setString(1, id);
        line.setInt(2, number + 1);
        line.setLong(3, skus[number]);
        line.addBatch();
      }
      line.executeBatch();
    }
  }
}
