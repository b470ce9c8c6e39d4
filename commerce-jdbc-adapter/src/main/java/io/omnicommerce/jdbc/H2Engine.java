package io.omnicommerce.jdbc;

import io.omnicommerce.storage.Projection.ColumnType;
import java.sql.BatchUpdateException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** H2, in memory or in a file. */
final class H2Engine implements Engine {

  private static final String BINARY = "OFF";

  /**
   * No collation but that by the characters themselves has these letters in this order, keeps apart
   * what no character set but Unicode knows, and orders it as Java does.
   */
  private static final String IS_BINARY =
      "SELECT 'B' < 'a' AND U&'\\+10FFFE' <> U&'\\+10FFFF' AND U&'\\+01F600' < U&'\\E000'";

  private static final String COLLATION =
      "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'COLLATION'";

  /** No such table; none, but others of a like name; nothing at all; nobody's, without a tenant. */
  private static final Set<Integer> NOT_THERE = Set.of(42102, 42103, 42104, 42122);

  @Override
  public Dialect dialect() {
    return Dialect.H2;
  }

  @Override
  public StorageClock defaultClock() {
    // CURRENT_TIMESTAMP stands still inside a transaction: an expired hold could be confirmed.
    return StorageClock.injected(InstantSource.system());
  }

  @Override
  public String databaseNow() {
    throw new IllegalStateException("H2 has no clock that moves on inside a transaction");
  }

  @Override
  public String boundNumber() {
    return "CAST(? AS BIGINT)";
  }

  @Override
  public int listMax() {
    return 50_000;
  }

  @Override
  public String isOneOf(String column, int count) {
    return column + (count == 1 ? " = ?" : " = ANY (?)");
  }

  /**
   * Several as a table that is joined: a list alone H2 looks up by the first column of an index
   * only, and reads everything a tenant has. Parameters are numbered, for the list is bound last
   * and stands in the middle.
   */
  @Override
  public String listing(String text, String column, int count) {
    if (count == 1 || !text.contains("%w")) {
      return Engine.super.listing(text, column, count);
    }
    StringBuilder numbered = new StringBuilder();
    int parameters = 0;
    for (String part : text.split("\\?", -1)) {
      numbered.append(numbered.isEmpty() ? "" : "?" + ++parameters).append(part);
    }
    String wanted = ", UNNEST(CAST(?" + (parameters + 1) + " AS VARCHAR ARRAY)) wanted(v)";
    return numbered.toString().replace("%w", wanted).replace("%s", column + " = wanted.v");
  }

  @Override
  public String dueOn(String now) {
    return "SELECT DISTINCT d.id, d.expires_at FROM ledger_batch d JOIN ledger_hold h"
        + " ON h.tenant_id = d.tenant_id AND h.batch_id = d.id%w"
        + " WHERE d.tenant_id = ? AND d.state = 'HELD' AND d.expires_at <= "
        + now
        + " AND h.tenant_id = ? AND h.open_amount >= 1 AND %s ORDER BY d.expires_at, d.id LIMIT 100";
  }

  @Override
  public void bindList(Params params, Collection<String> values) throws SQLException {
    if (values.size() == 1) {
      params.texts(values);
    } else {
      params.array("VARCHAR", values.toArray());
    }
  }

  /** A plain insert: a duplicate fails its own row and nothing else. */
  @Override
  public boolean insertNew(Link link, Table table, String tenant, List<Object[]> rows)
      throws SQLException {
    try {
      link.batch(table.insert(), rows, (p, row) -> Table.bind(p, tenant, row));
      return true;
    } catch (BatchUpdateException failed) {
      return onlyDuplicates(failed);
    } catch (SQLException failed) {
      if (Failures.isDuplicate(failed)) {
        return false;
      }
      throw failed;
    }
  }

  @Override
  public Optional<Claim> hold(Link link, String tenant, HoldRows rows) throws SQLException {
    OptionalLong end =
        rows.lifeMillis().isPresent()
            ? OptionalLong.of(Math.addExact(link.now(), rows.lifeMillis().getAsLong()))
            : OptionalLong.empty();
    if (!claimed(link, tenant, rows, end)) {
      return Optional.empty();
    }
    link.batch(Table.HOLD.insert(), rows.lines(), (p, row) -> Table.bind(p, tenant, row));
    return Optional.of(new Claim(end));
  }

  private static boolean claimed(Link link, String tenant, HoldRows rows, OptionalLong end)
      throws SQLException {
    try {
      link.update(
          "INSERT INTO ledger_batch (tenant_id, id, content, state, expires_at, steps, posted_any)"
              + " VALUES (?, ?, ?, 'HELD', ?, 0, 0)",
          p -> p.text(tenant).text(rows.id()).text(rows.content()).number(end));
      return true;
    } catch (SQLException failed) {
      if (Failures.isDuplicate(failed)) {
        return false;
      }
      throw failed;
    }
  }

  private static boolean onlyDuplicates(BatchUpdateException failed) throws SQLException {
    for (SQLException e = failed.getNextException(); e != null; e = e.getNextException()) {
      if (!Failures.isDuplicate(e)) {
        throw failed;
      }
    }
    for (int count : failed.getUpdateCounts()) {
      if (count == Statement.EXECUTE_FAILED) {
        return false;
      }
    }
    throw failed;
  }

  /**
   * Each table is asked by itself: H2 puts its whole information schema together for the first
   * question about a part of it.
   */
  @Override
  public List<SelfCheck.Column> columns(Link link, Collection<String> tables) throws SQLException {
    String collation = collation(link);
    List<SelfCheck.Column> columns = new ArrayList<>();
    for (String table : tables) {
      columns.addAll(columns(link, table, collation));
    }
    return columns;
  }

  private static List<SelfCheck.Column> columns(Link link, String table, String collation)
      throws SQLException {
    String question = "SELECT * FROM " + table + " WHERE tenant_id = ?";
    try {
      return link.described(question, row -> columns(row, table, collation));
    } catch (SQLException failed) {
      if (NOT_THERE.contains(failed.getErrorCode())) {
        return List.of();
      }
      throw failed;
    }
  }

  private static List<SelfCheck.Column> columns(
      ResultSetMetaData row, String table, String collation) throws SQLException {
    List<SelfCheck.Column> columns = new ArrayList<>();
    for (int i = 1; i <= row.getColumnCount(); i++) {
      String name = row.getColumnName(i).toLowerCase(Locale.ROOT);
      String type = row.getColumnTypeName(i).toLowerCase(Locale.ROOT);
      columns.add(
          new SelfCheck.Column(table, name, type, type.startsWith("char") ? collation : null));
    }
    return columns;
  }

  /** The collation of all texts, which has to be looked up only to tell what is wrong. */
  private static String collation(Link link) throws SQLException {
    return link.list(IS_BINARY, p -> {}, row -> row.getBoolean(1)).get(0)
        ? BINARY
        : link.list(COLLATION, p -> {}, row -> row.getString(1)).get(0);
  }

  @Override
  public boolean canHold(ColumnType declared, String sqlType) {
    return switch (declared) {
      case TEXT -> sqlType.equals("character varying");
      case LONG -> sqlType.equals("bigint");
      case BOOLEAN -> sqlType.equals("boolean");
      case INSTANT -> sqlType.equals("timestamp with time zone");
    };
  }

  @Override
  public String binaryCollation() {
    return BINARY;
  }

  @Override
  public Optional<String> fault(Link link) {
    return Optional.empty();
  }

  @Override
  public Object instant(Instant value) {
    return value.atOffset(ZoneOffset.UTC);
  }

  @Override
  public Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
