package io.omnicommerce.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;

/**
 * What a careful programmer would write by hand: conditional updates in one order, and a record of
 * the reservation, batched.
 *
 * @param lean the least that works: shelves numbered, no end of a reservation's life, no index
 *     beside the keys; otherwise the same facts as the ledger keeps, under the same names
 */
record PlainSql(DataSource dataSource, boolean lean) {

  private static final String LEAN =
      """
      CREATE TABLE lean_stock (tenant varchar(64), sku bigint, available bigint NOT NULL, PRIMARY KEY (tenant, sku));
      CREATE TABLE lean_reservation (tenant varchar(64), id varchar(64), state varchar(16), PRIMARY KEY (tenant, id));
      CREATE TABLE lean_reservation_line (tenant varchar(64), id varchar(64), line int, sku bigint, quantity bigint, PRIMARY KEY (tenant, id, line))""";

  private static final String FULL =
      """
      CREATE TABLE full_stock (sku varchar(64), location varchar(64), tenant varchar(64), on_hand bigint NOT NULL, reserved bigint NOT NULL,
        PRIMARY KEY (sku, location, tenant), CHECK (reserved >= 0 AND reserved <= on_hand));
      CREATE TABLE full_reservation (tenant varchar(64), id varchar(64), state varchar(16), expires_at bigint, PRIMARY KEY (tenant, id));
      CREATE INDEX full_reservation_due ON full_reservation (state, expires_at);
      CREATE TABLE full_reservation_line (tenant varchar(64), id varchar(64), line int, sku varchar(64), location varchar(64), quantity bigint, still_open bigint,
        PRIMARY KEY (tenant, id, line), CHECK (still_open >= 0 AND still_open <= quantity));
      CREATE INDEX full_reservation_line_sku ON full_reservation_line (sku, location, tenant)""";

  private static final String LEAN_TAKE =
      "UPDATE lean_stock SET available = available - 1 WHERE tenant = 'acme' AND sku = ? AND available >= 1";
  private static final String FULL_TAKE =
      "UPDATE full_stock SET reserved = reserved + 1"
          + " WHERE tenant = 'acme' AND sku = ? AND location = 'LON' AND on_hand - reserved >= 1";
  private static final String LEAN_RESERVATION =
      "INSERT INTO lean_reservation VALUES ('acme', ?, 'HELD')";
  private static final String FULL_RESERVATION =
      "INSERT INTO full_reservation VALUES ('acme', ?, 'HELD', ?)";
  private static final String LEAN_LINE =
      "INSERT INTO lean_reservation_line VALUES ('acme', ?, ?, ?, 1)";
  private static final String FULL_LINE =
      "INSERT INTO full_reservation_line VALUES ('acme', ?, ?, ?, 'LON', 1, 1)";

  /** Makes the tables and as much stock of each SKU. */
  PlainSql open(int skus, long each) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String text : (lean ? LEAN : FULL).split(";", -1)) {
        statement.execute(text);
      }
      String insert =
          lean
              ? "INSERT INTO lean_stock VALUES ('acme', ?, ?)"
              : "INSERT INTO full_stock VALUES (?, 'LON', 'acme', ?, 0)";
      try (PreparedStatement stock = connection.prepareStatement(insert)) {
        for (int sku = 0; sku < skus; sku++) {
          bindSku(stock, 1, sku);
          stock.setLong(2, each);
          stock.addBatch();
        }
        stock.executeBatch();
      }
      connection.commit();
      return this;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  boolean reserve(String id, int[] skus) {
    int[] sorted = skus.clone();
    Arrays.sort(sorted);
    try (Connection connection = dataSource.getConnection()) {
      record(connection, id, sorted);
      take(connection, sorted);
      connection.commit();
      return true;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void take(Connection connection, int[] skus) throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(lean ? LEAN_TAKE : FULL_TAKE)) {
      for (int sku : skus) {
        bindSku(take, 1, sku);
        take.addBatch();
      }
      for (int count : take.executeBatch()) {
        if (count != 1) {
          throw new IllegalStateException("There is plenty, yet a shelf is short");
        }
      }
    }
  }

  private void record(Connection connection, String id, int[] skus) throws SQLException {
    try (PreparedStatement reservation =
            connection.prepareStatement(lean ? LEAN_RESERVATION : FULL_RESERVATION);
        PreparedStatement line = connection.prepareStatement(lean ? LEAN_LINE : FULL_LINE)) {
      reservation.setString(1, id);
      if (!lean) {
        reservation.setLong(2, System.currentTimeMillis() + 900_000);
      }
      reservation.executeUpdate();
      for (int number = 0; number < skus.length; number++) {
        line.setString(1, id);
        line.setInt(2, number + 1);
        bindSku(line, 3, skus[number]);
        line.addBatch();
      }
      line.executeBatch();
    }
  }

  private void bindSku(PreparedStatement statement, int index, int sku) throws SQLException {
    if (lean) {
      statement.setLong(index, sku);
    } else {
      statement.setString(index, "SKU-" + sku);
    }
  }
}
