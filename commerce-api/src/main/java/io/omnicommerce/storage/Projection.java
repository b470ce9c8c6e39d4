package io.omnicommerce.storage;

import io.omnicommerce.common.Text;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Plain rows for people's SQL, derived from a document and written in its transaction: the lines of
 * an order. The rows of a document are replaced when it is saved, and the audit derives them again
 * and compares.
 *
 * <p>A table's columns are {@code tenant_id}, {@code document_id}, {@code line_no} (from 1), then
 * these.
 *
 * @param table the table's name, which the adapter's schema must have
 * @param columns the columns beside those three
 * @param rows the rows of a document, each with a value for each column, in their order; a value is
 *     a String, Long, Boolean, Instant or null
 */
public record Projection<T>(
    String table, List<Column> columns, Function<T, List<List<Object>>> rows) {

  /** What a column holds. */
  public enum ColumnType {
    /** Text. */
    TEXT,
    /** A whole number. */
    LONG,
    /** Yes or no. */
    BOOLEAN,
    /** A point in time. */
    INSTANT
  }

  /** A column by name. */
  public record Column(String name, ColumnType type) {
    public Column {
      Text.id(name, "column");
      Objects.requireNonNull(type, "type");
    }
  }

  public Projection {
    Text.id(table, "table");
    columns = List.copyOf(Objects.requireNonNull(columns, "columns"));
    Objects.requireNonNull(rows, "rows");
  }
}
