package io.omnicommerce.jdbc;

import io.omnicommerce.storage.Projection.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** PostgreSQL. No statement here may fail for a reason that can be counted instead. */
final class PostgresEngine implements Engine {

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  public StorageClock defaultClock() {
    return StorageClock.database();
  }

  @Override
  public String databaseNow() {
    // now() stands still inside a transaction; clock_timestamp() is volatile and uses no index.
    return "CAST(EXTRACT(EPOCH FROM statement_timestamp()) * 1000 AS bigint)";
  }

  @Override
  public String boundNumber() {
    return "CAST(? AS bigint)";
  }

  @Override
  public int listMax() {
    return 50_000;
  }

  @Override
  public String isOneOf(String column, int count) {
    return column + " = ANY (?)";
  }

  @Override
  public void bindList(Params params, Collection<String> values) throws SQLException {
    params.array("text", values.toArray());
  }

  /** One statement for all rows: exact counts also where the driver rewrites batches. */
  @Override
  public boolean insertNew(Link link, Table table, String tenant, List<Object[]> rows)
      throws SQLException {
    String sql =
        table.insertInto()
            + " SELECT ?, u.* FROM unnest("
            + table.columns().stream()
                .map(column -> column.isNumber() ? "?::bigint[]" : "?::text[]")
                .collect(Collectors.joining(", "))
            + ") AS u ON CONFLICT DO NOTHING";
    return link.update(
            sql,
            p -> {
              p.text(tenant);
              bindColumns(p, table, rows, 0);
            })
        == rows.size();
  }

  /** Claim and lines in one round trip. */
  @Override
  public Optional<Claim> hold(Link link, String tenant, HoldRows rows) throws SQLException {
    String sql =
        "WITH b AS (INSERT INTO ledger_batch"
            + " (tenant_id, id, content, state, expires_at, steps, posted_any)"
            + " VALUES (?, ?, ?, 'HELD', "
            + link.nowSql()
            + " + CAST(? AS bigint), 0, 0)"
            + " ON CONFLICT DO NOTHING RETURNING tenant_id, id, expires_at),"
            + " l AS (INSERT INTO ledger_hold (tenant_id, batch_id, line, from_account, to_account,"
            + " unit, amount, open_amount)"
            + " SELECT b.tenant_id, b.id, u.* FROM b CROSS JOIN unnest(?::bigint[], ?::text[],"
            + " ?::text[], ?::text[], ?::bigint[], ?::bigint[]) AS u)"
            + " SELECT expires_at FROM b";
    List<Claim> claims =
        link.list(
            sql,
            p -> {
              p.text(tenant).text(rows.id()).text(rows.content()).now().number(rows.lifeMillis());
              bindColumns(p, Table.HOLD, rows.lines(), 1);
            },
            row -> new Claim(optional(row)));
    return claims.stream().findFirst();
  }

  /** All claims and all lines in one round trip. */
  @Override
  public Map<String, Claim> hold(Link link, String tenant, List<HoldRows> groups)
      throws SQLException {
    String sql =
        "WITH b AS (INSERT INTO ledger_batch"
            + " (tenant_id, id, content, state, expires_at, steps, posted_any)"
            + " SELECT ?, u.id, u.content, 'HELD', "
            + link.nowSql()
            + " + u.life, 0, 0 FROM unnest(?::text[], ?::text[], ?::bigint[]) AS u(id, content, life)"
            + " ON CONFLICT DO NOTHING RETURNING tenant_id, id, expires_at),"
            + " l AS (INSERT INTO ledger_hold (tenant_id, batch_id, line, from_account, to_account,"
            + " unit, amount, open_amount)"
            + " SELECT b.tenant_id, u.* FROM b JOIN unnest(?::text[], ?::bigint[], ?::text[],"
            + " ?::text[], ?::text[], ?::bigint[], ?::bigint[]) AS u(batch_id, line, from_account,"
            + " to_account, unit, amount, open_amount) ON u.batch_id = b.id)"
            + " SELECT expires_at, id FROM b";
    Map<String, Claim> claims = new LinkedHashMap<>();
    link.list(
        sql,
        p -> {
          p.text(tenant).now();
          bindGroups(p, groups);
          bindColumns(p, Table.HOLD, HoldRows.lines(groups), 0);
        },
        row -> claims.put(row.getString(2), new Claim(optional(row))));
    return claims;
  }

  private static void bindGroups(Params params, List<HoldRows> groups) throws SQLException {
    String[] ids = new String[groups.size()];
    String[] contents = new String[ids.length];
    Long[] lives = new Long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      HoldRows group = groups.get(i);
      ids[i] = group.id();
      contents[i] = group.content();
      lives[i] = group.lifeMillis().isPresent() ? group.lifeMillis().getAsLong() : null;
    }
    params.array("text", ids).array("text", contents).array("int8", lives);
  }

  /** Materialized, or a plan without statistics begins with the lines of the account. */
  @Override
  public String dueOn(String now) {
    return "WITH d AS MATERIALIZED (SELECT id, expires_at FROM ledger_batch"
        + " WHERE tenant_id = ? AND state = 'HELD' AND expires_at <= "
        + now
        + ") SELECT d.id FROM d WHERE EXISTS (SELECT 1 FROM ledger_hold h"
        + " WHERE h.tenant_id = ? AND h.batch_id = d.id AND h.open_amount > 0 AND %s)"
        + " ORDER BY d.expires_at, d.id LIMIT 100";
  }

  @Override
  public String heldByDue(String now) {
    return "WITH d AS MATERIALIZED (SELECT id FROM ledger_batch"
        + " WHERE tenant_id = ? AND state = 'HELD' AND expires_at <= "
        + now
        + ") SELECT h.from_account, SUM(h.open_amount) FROM d JOIN ledger_hold h"
        + " ON h.tenant_id = ? AND h.batch_id = d.id WHERE h.open_amount > 0 AND %s"
        + " GROUP BY h.from_account";
  }

  /** Not joined, or a plan without statistics looks for each group among all of the tenant's. */
  @Override
  public String confirmed() {
    return "SELECT h.from_account, SUM(h.open_amount) FROM ledger_hold h%w"
        + " WHERE h.tenant_id = ? AND h.open_amount >= 1 AND %s AND 'CONFIRMED' = (SELECT b.state"
        + " FROM ledger_batch b WHERE b.tenant_id = h.tenant_id AND b.id = h.batch_id)"
        + " GROUP BY h.from_account";
  }

  private static OptionalLong optional(ResultSet row) throws SQLException {
    long value = row.getLong(1);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static void bindColumns(Params params, Table table, List<Object[]> rows, int first)
      throws SQLException {
    for (int column = first; column < table.columns().size(); column++) {
      boolean number = table.columns().get(column).isNumber();
      Object[] values = number ? new Long[rows.size()] : new String[rows.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = rows.get(i)[column];
      }
      params.array(number ? "int8" : "text", values);
    }
  }

  @Override
  public List<SelfCheck.Column> columns(Link link, Collection<String> tables) throws SQLException {
    return link.list(
        "SELECT t.name, a.attname, format_type(a.atttypid, NULL), c.collname FROM unnest(?) AS t(name)"
            + " JOIN pg_attribute a ON a.attrelid = to_regclass(t.name)"
            + " AND a.attnum > 0 AND NOT a.attisdropped"
            + " LEFT JOIN pg_collation c ON c.oid = a.attcollation",
        p -> bindList(p, tables),
        SelfCheck::column);
  }

  @Override
  public boolean canHold(ColumnType declared, String sqlType) {
    return switch (declared) {
      case TEXT -> sqlType.equals("character varying") || sqlType.equals("text");
      case LONG -> sqlType.equals("bigint");
      case BOOLEAN -> sqlType.equals("boolean");
      case INSTANT -> sqlType.equals("timestamp with time zone");
    };
  }

  @Override
  public String binaryCollation() {
    return "C";
  }

  @Override
  public Optional<String> fault(Link link) throws SQLException {
    String encoding =
        link.list("SELECT current_setting('server_encoding')", p -> {}, row -> row.getString(1))
            .get(0);
    return encoding.equals("UTF8")
        ? Optional.empty()
        : Optional.of("The database's encoding must be UTF8.");
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
