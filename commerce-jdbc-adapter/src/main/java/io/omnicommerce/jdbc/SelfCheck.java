package io.omnicommerce.jdbc;

import io.omnicommerce.common.Facts;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Projection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks, before anything is promised, whether the database and its driver can keep the promises.
 */
final class SelfCheck {

  /** A tenant that nobody can have. */
  private static final String NOBODY = "*";

  /** Long texts that are never compared. */
  private static final Set<String> BODIES = Set.of("body", "payload");

  private static final String TOUCH =
      "UPDATE ledger_account SET posted = posted WHERE tenant_id = ? AND id = ?";

  /** A column as the database describes it. */
  record Column(String table, String name, String type, @Nullable String collation) {}

  private SelfCheck() {}

  /** Only reads, and changes no row: the connection may be the host's, in its transaction. */
  static Setup.Checked of(Connection connection) throws SQLException {
    Engine engine = Engine.of(Dialect.of(connection));
    Link link = new Link(connection, engine, engine.defaultClock());
    if (connection.isReadOnly()) {
      throw Failures.misconfigured("The connection is read-only.", Facts.none());
    }
    List<Column> columns = engine.columns(link, Table.names());
    checkTables(columns);
    checkCollations(engine, columns);
    Optional<String> fault = engine.fault(link);
    if (fault.isPresent()) {
      throw Failures.misconfigured(fault.get(), Facts.none());
    }
    checkCounts(link, List.of("a", "b"), new int[] {0, 0});
    return new Setup.Checked(
        engine, connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED);
  }

  /** Changes a row of nobody's, which is rolled back: for a connection of ours. */
  static void counts(Connection connection) throws SQLException {
    Engine engine = Engine.of(Dialect.of(connection));
    Link link = new Link(connection, engine, engine.defaultClock());
    Object[] row = {"probe", "probe", "probe", "", "each", 0L, 0L, 0L, 0L};
    engine.insertNew(link, Table.ACCOUNT, NOBODY, List.<Object[]>of(row));
    checkCounts(link, List.of("probe", "none"), new int[] {1, 0});
  }

  static Column column(ResultSet row) throws SQLException {
    return new Column(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
  }

  /** Whether projections find the tables and columns that they declare. */
  static void projections(Connection connection, Collection<DocumentType<?>> types)
      throws SQLException {
    Engine engine = Engine.of(Dialect.of(connection));
    Link link = new Link(connection, engine, engine.defaultClock());
    for (DocumentType<?> type : types) {
      for (Projection<?> projection : type.projections()) {
        String table = new ProjectionTable(projection).name();
        List<Column> columns = engine.columns(link, List.of(table));
        checkCollations(engine, columns);
        for (Projection.Column declared : ProjectionTable.allColumns(projection)) {
          checkColumn(engine, table, declared, columns);
        }
      }
    }
  }

  private static void checkColumn(
      Engine engine, String table, Projection.Column declared, List<Column> columns) {
    boolean there =
        columns.stream()
            .filter(column -> column.name().equals(declared.name()))
            .anyMatch(column -> engine.canHold(declared.type(), column.type()));
    if (!there) {
      throw Failures.misconfigured(
          "A projection's table lacks the column "
              + table
              + "."
              + declared.name()
              + ", or has it with another type than "
              + declared.type()
              + ".",
          Facts.of("column", table + "." + declared.name(), "type", declared.type()));
    }
  }

  private static void checkTables(List<Column> columns) {
    Set<String> known = new HashSet<>();
    columns.forEach(column -> known.add(column.table() + "." + column.name()));
    for (Table table : Table.ALL) {
      for (Table.Column column : table.columns()) {
        if (!known.contains(table.name() + "." + column.name())) {
          throw Failures.misconfigured(
              "The column "
                  + table.name()
                  + "."
                  + column.name()
                  + " is missing: run JdbcSchema.create, or its script, in the schema of this"
                  + " connection.",
              Facts.of("missing", table.name() + "." + column.name()));
        }
      }
    }
  }

  private static void checkCollations(Engine engine, List<Column> columns) {
    for (Column column : columns) {
      String collation = column.collation();
      if (collation != null
          && !collation.equals(engine.binaryCollation())
          && !BODIES.contains(column.name())) {
        throw Failures.misconfigured(
            "The column "
                + column.table()
                + "."
                + column.name()
                + " compares text in the collation "
                + collation
                + ", in which two ids may be one. It must be "
                + engine.binaryCollation()
                + ".",
            Facts.of("column", column.table() + "." + column.name(), "collation", collation));
      }
    }
  }

  private static void checkCounts(Link link, List<String> ids, int[] expected) throws SQLException {
    int[] counts = link.batch(TOUCH, ids, (p, id) -> p.text(NOBODY).text(id));
    if (!Arrays.equals(counts, expected)) {
      throw Failures.misconfigured(
          "The driver does not count the rows of each statement of a batch, or counts only those"
              + " that differ. On MariaDB, leave out useBulkStmts and useAffectedRows.",
          Facts.of("counted", Arrays.toString(counts), "expected", Arrays.toString(expected)));
    }
  }
}
