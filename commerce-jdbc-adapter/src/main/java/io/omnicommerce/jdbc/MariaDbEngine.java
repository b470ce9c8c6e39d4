package io.omnicommerce.jdbc;

import io.omnicommerce.storage.Projection.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** MariaDB. Texts come in a few sizes, the last values repeated: a repeat changes nothing. */
final class MariaDbEngine implements Engine {

  private static final int[] SIZES = {1, 4, 16, 64, 256};

  @Override
  public Dialect dialect() {
    return Dialect.MARIADB;
  }

  @Override
  public StorageClock defaultClock() {
    return StorageClock.database();
  }

  @Override
  public String databaseNow() {
    // In UTC: SYSDATE would go back an hour where the session's time zone does.
    return "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000";
  }

  @Override
  public String boundNumber() {
    return "?";
  }

  @Override
  public int listMax() {
    return SIZES[SIZES.length - 1];
  }

  @Override
  public String isOneOf(String column, int count) {
    return column + " IN (" + String.join(", ", Collections.nCopies(sizeFor(count), "?")) + ")";
  }

  @Override
  public void bindList(Params params, Collection<String> values) throws SQLException {
    String last = "";
    for (String value : values) {
      params.text(value);
      last = value;
    }
    params.texts(Collections.nCopies(sizeFor(values.size()) - values.size(), last));
  }

  /**
   * One statement for all rows, since the driver gives no counts for batches of inserts. Everything
   * was checked for length before: IGNORE would swallow that as well.
   */
  @Override
  public boolean insertNew(Link link, Table table, String tenant, List<Object[]> rows)
      throws SQLException {
    int inserted = 0;
    for (int from = 0; from < rows.size(); from += listMax()) {
      List<Object[]> part = rows.subList(from, Math.min(rows.size(), from + listMax()));
      inserted += insertPart(link, table, tenant, part);
    }
    return inserted == rows.size();
  }

  private static int insertPart(Link link, Table table, String tenant, List<Object[]> rows)
      throws SQLException {
    int size = sizeFor(rows.size());
    String values = String.join(", ", Collections.nCopies(size, table.parameters()));
    return link.update(
        table.insertIgnoreInto() + " VALUES " + values,
        p -> {
          for (int i = 0; i < size; i++) {
            Table.bind(p, tenant, rows.get(Math.min(i, rows.size() - 1)));
          }
        });
  }

  @Override
  public Optional<Claim> hold(Link link, String tenant, HoldRows rows) throws SQLException {
    String sql =
        "INSERT IGNORE INTO ledger_batch"
            + " (tenant_id, id, content, state, expires_at, steps, posted_any)"
            + " VALUES (?, ?, ?, 'HELD', "
            + link.nowSql()
            + " + ?, 0, 0) RETURNING expires_at";
    List<Claim> claims =
        link.list(
            sql,
            p ->
                p.text(tenant).text(rows.id()).text(rows.content()).now().number(rows.lifeMillis()),
            row -> new Claim(optional(row)));
    if (claims.isEmpty()) {
      return Optional.empty();
    }
    link.batch(Table.HOLD.insert(), rows.lines(), (p, row) -> Table.bind(p, tenant, row));
    return Optional.of(claims.get(0));
  }

  /** One round trip for the claims, and one for all lines. */
  @Override
  public Map<String, Claim> hold(Link link, String tenant, List<HoldRows> groups)
      throws SQLException {
    Map<String, Claim> claims = new LinkedHashMap<>();
    for (int from = 0; from < groups.size(); from += listMax()) {
      List<HoldRows> part = groups.subList(from, Math.min(groups.size(), from + listMax()));
      claim(link, tenant, part, claims);
    }
    List<HoldRows> claimed =
        groups.stream().filter(group -> claims.containsKey(group.id())).toList();
    link.batch(
        Table.HOLD.insert(), HoldRows.lines(claimed), (p, row) -> Table.bind(p, tenant, row));
    return claims;
  }

  private static void claim(
      Link link, String tenant, List<HoldRows> groups, Map<String, Claim> claims)
      throws SQLException {
    int size = sizeFor(groups.size());
    String row = "(?, ?, ?, 'HELD', " + link.nowSql() + " + ?, 0, 0)";
    link.list(
        "INSERT IGNORE INTO ledger_batch"
            + " (tenant_id, id, content, state, expires_at, steps, posted_any) VALUES "
            + String.join(", ", Collections.nCopies(size, row))
            + " RETURNING expires_at, id",
        p -> {
          for (int i = 0; i < size; i++) {
            HoldRows group = groups.get(Math.min(i, groups.size() - 1));
            p.text(tenant).text(group.id()).text(group.content()).now().number(group.lifeMillis());
          }
        },
        found -> claims.put(found.getString(2), new Claim(optional(found))));
  }

  private static OptionalLong optional(ResultSet row) throws SQLException {
    long value = row.getLong(1);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static int sizeFor(int count) {
    for (int size : SIZES) {
      if (count <= size) {
        return size;
      }
    }
    throw new IllegalArgumentException("Too many values for one statement: " + count);
  }

  @Override
  public List<SelfCheck.Column> columns(Link link, Collection<String> tables) throws SQLException {
    return link.list(
        "SELECT LOWER(table_name), LOWER(column_name), data_type, collation_name"
            + " FROM information_schema.columns WHERE table_schema = DATABASE()"
            + " AND "
            + isOneOf("table_name", tables.size()),
        p -> bindList(p, tables),
        SelfCheck::column);
  }

  @Override
  public boolean canHold(ColumnType declared, String sqlType) {
    return switch (declared) {
      case TEXT -> sqlType.equals("varchar") || sqlType.equals("longtext");
      case LONG -> sqlType.equals("bigint");
      case BOOLEAN -> sqlType.equals("tinyint");
      case INSTANT -> sqlType.equals("datetime");
    };
  }

  @Override
  public String binaryCollation() {
    return "utf8mb4_nopad_bin";
  }

  @Override
  public Optional<String> fault(Link link) throws SQLException {
    String mode = link.list("SELECT @@sql_mode", p -> {}, row -> row.getString(1)).get(0);
    if (!mode.contains("STRICT_TRANS_TABLES") && !mode.contains("STRICT_ALL_TABLES")) {
      return Optional.of("The sql_mode must be strict, or too long values are cut off.");
    }
    List<String> others =
        link.list(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND engine <> 'InnoDB' AND "
                + isOneOf("table_name", Table.ALL.size()),
            p -> bindList(p, Table.names()),
            row -> row.getString(1));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of("All tables must be of the engine InnoDB.");
  }

  /** Above READ COMMITTED a plain question is answered from a snapshot of the first one. */
  @Override
  public String current() {
    return " FOR UPDATE";
  }

  @Override
  public Object instant(Instant value) {
    return LocalDateTime.ofInstant(value, ZoneOffset.UTC);
  }

  @Override
  public Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
