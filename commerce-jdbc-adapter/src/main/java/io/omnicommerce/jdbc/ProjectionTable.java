package io.omnicommerce.jdbc;

import io.omnicommerce.storage.Projection;
import io.omnicommerce.storage.Projection.Column;
import io.omnicommerce.storage.Projection.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts for one projection's table. Names come from code, and are checked nevertheless. */
final class ProjectionTable {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final String name;
  private final List<Column> columns;
  private final String insert;
  private final String delete;
  private final String select;

  /** A row as it is derived from a document. */
  record Row(String document, int line, List<@Nullable Object> values) {}

  ProjectionTable(Projection<?> projection) {
    name = checked(projection.table());
    columns = projection.columns();
    String names =
        columns.stream().map(c -> ", " + checked(c.name())).collect(Collectors.joining());
    insert =
        "INSERT INTO "
            + name
            + " (tenant_id, document_id, line_no"
            + names
            + ") VALUES (?, ?, ?"
            + ", ?".repeat(columns.size())
            + ")";
    delete = "DELETE FROM " + name + " WHERE tenant_id = ? AND document_id = ?";
    select =
        "SELECT document_id, line_no"
            + names
            + " FROM "
            + name
            + "%w WHERE tenant_id = ? AND %s ORDER BY document_id, line_no";
  }

  /** The columns that the table has, but for the number of the line. */
  static List<Column> allColumns(Projection<?> projection) {
    List<Column> all = new ArrayList<>();
    all.add(new Column("tenant_id", ColumnType.TEXT));
    all.add(new Column("document_id", ColumnType.TEXT));
    all.addAll(projection.columns());
    return all;
  }

  String name() {
    return name;
  }

  String insert() {
    return insert;
  }

  String delete() {
    return delete;
  }

  /** The rows of documents; to be completed by {@link Engine#listing}. */
  String select() {
    return select;
  }

  void bind(Params params, Engine engine, String tenant, Row row) throws SQLException {
    params.text(tenant).text(row.document()).number(row.line());
    for (int i = 0; i < columns.size(); i++) {
      bind(params, engine, columns.get(i).type(), row.values().get(i));
    }
  }

  Row read(ResultSet row, Engine engine) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(value(row, engine, i + 3, columns.get(i).type()));
    }
    return new Row(row.getString(1), row.getInt(2), Collections.unmodifiableList(values));
  }

  /** A document's rows, each value of the type that its column declares. */
  <T> List<Row> rows(Projection<T> projection, String document, T value) {
    List<Row> rows = new ArrayList<>();
    for (List<Object> values : projection.rows().apply(value)) {
      rows.add(new Row(document, rows.size() + 1, checked(values)));
    }
    return rows;
  }

  /** Instants to the microsecond, as databases keep them. */
  private List<@Nullable Object> checked(List<Object> values) {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          "A row for " + name + " has " + values.size() + " values, not " + columns.size());
    }
    List<@Nullable Object> row = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value != null && !javaType(columns.get(i).type()).isInstance(value)) {
        throw new IllegalArgumentException(
            "The column " + name + "." + columns.get(i).name() + " takes no " + value.getClass());
      }
      row.add(value instanceof Instant at ? at.truncatedTo(ChronoUnit.MICROS) : value);
    }
    return Collections.unmodifiableList(row);
  }

  private static void bind(Params p, Engine engine, ColumnType type, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      p.none(sqlType(type));
    } else if (value instanceof Instant instant) {
      p.object(engine.instant(instant));
    } else {
      p.object(value);
    }
  }

  private static @Nullable Object value(ResultSet row, Engine engine, int index, ColumnType type)
      throws SQLException {
    Object value =
        switch (type) {
          case TEXT -> row.getString(index);
          case LONG -> row.getLong(index);
          case BOOLEAN -> row.getBoolean(index);
          case INSTANT -> row.getObject(index) == null ? null : engine.instant(row, index);
        };
    return row.wasNull() ? null : value;
  }

  private static Class<?> javaType(ColumnType type) {
    return switch (type) {
      case TEXT -> String.class;
      case LONG -> Long.class;
      case BOOLEAN -> Boolean.class;
      case INSTANT -> Instant.class;
    };
  }

  private static int sqlType(ColumnType type) {
    return switch (type) {
      case TEXT -> Types.VARCHAR;
      case LONG -> Types.BIGINT;
      case BOOLEAN -> Types.BOOLEAN;
      case INSTANT -> Types.TIMESTAMP;
    };
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A projection's table and columns are lower case words, such as order_line");
    }
    return name;
  }
}
