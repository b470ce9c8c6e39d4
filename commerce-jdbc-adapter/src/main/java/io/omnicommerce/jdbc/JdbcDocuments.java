package io.omnicommerce.jdbc;

import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Version;
import io.omnicommerce.jdbc.DocumentRows.Row;
import io.omnicommerce.jdbc.Rows.Bind;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a session can ask of the documents. */
final class JdbcDocuments implements Documents {

  private static final String FIND =
      "SELECT id, version, body FROM document WHERE tenant_id = ? AND type = ? AND id = ?";
  // The inner questions stand alone: joined with the document, PostgreSQL without statistics would
  // look for it among all of its type.
  private static final String FIND_UNIQUE =
      "SELECT id, version, body FROM document WHERE tenant_id = ? AND type = ?"
          + " AND id = (SELECT document_id FROM document_unique"
          + " WHERE tenant_id = ? AND type = ? AND key_name = ? AND key_value = ?)";
  private static final String FIND_SHARED =
      "SELECT d.id, d.version, d.body FROM (SELECT tenant_id, type, document_id FROM document_key"
          + " WHERE tenant_id = ? AND type = ? AND key_name = ? AND key_value = ?"
          + " AND document_id > ? ORDER BY document_id LIMIT ?) k JOIN document d"
          + " ON d.tenant_id = k.tenant_id AND d.type = k.type AND d.id = k.document_id"
          + " ORDER BY d.id";
  private static final String LIST =
      "SELECT id, version, body FROM document"
          + " WHERE tenant_id = ? AND type = ? AND id > ? ORDER BY id LIMIT ?";

  private final JdbcSession session;

  JdbcDocuments(JdbcSession session) {
    this.session = session;
  }

  @Override
  public <T> Optional<Stored<T>> find(DocumentType<T> type, String id) {
    Objects.requireNonNull(id, "id");
    return only(type, FIND, p -> p.text(tenant()).text(type.name()).text(id));
  }

  private <T> Optional<Stored<T>> only(DocumentType<T> type, String sql, Bind bind) {
    List<Row> rows = session.query(scope -> rows(scope, type, sql, bind));
    return rows.isEmpty() ? Optional.empty() : Optional.of(stored(type, rows.get(0)));
  }

  private static List<Row> rows(Scope scope, DocumentType<?> type, String sql, Bind bind)
      throws SQLException {
    return scope.link().list(sql, bind, row -> row(type, row));
  }

  private String tenant() {
    return session.context().tenant().value();
  }

  @Override
  public <T> Map<String, Stored<T>> findAll(DocumentType<T> type, Collection<String> ids) {
    Map<String, Stored<T>> found = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      Map<String, Row> rows = new LinkedHashMap<>();
      for (Row row : session.query(scope -> new DocumentRows(scope).read(type.name(), ids))) {
        rows.put(row.id(), row);
      }
      for (String id : ids) {
        Row row = rows.get(id);
        if (row != null) {
          found.put(id, stored(type, row));
        }
      }
    }
    return found;
  }

  @Override
  public <T> Optional<Stored<T>> findByUnique(DocumentType<T> type, String key, String value) {
    checkKey(type, key, true);
    return only(
        type,
        FIND_UNIQUE,
        p -> {
          p.text(tenant()).text(type.name());
          p.text(tenant()).text(type.name()).text(key).text(value);
        });
  }

  @Override
  public <T> Page<Stored<T>> findBy(
      DocumentType<T> type, String key, String value, PageRequest page) {
    checkKey(type, key, false);
    return session.query(
        scope -> {
          Cursor cursor = new Cursor(page, scope, "by", type.name(), key, value);
          String after = cursor.afterId();
          List<Row> rows =
              rows(
                  scope,
                  type,
                  FIND_SHARED,
                  p ->
                      p.text(tenant())
                          .text(type.name())
                          .text(key)
                          .text(value)
                          .text(after)
                          .number(cursor.rowsToRead()));
          return cursor.page(rows, Row::id).map(row -> stored(type, row));
        });
  }

  @Override
  public <T> Page<Stored<T>> list(DocumentType<T> type, PageRequest page) {
    return session.query(
        scope -> {
          Cursor cursor = new Cursor(page, scope, "list", type.name());
          String after = cursor.afterId();
          List<Row> rows =
              rows(
                  scope,
                  type,
                  LIST,
                  p -> p.text(tenant()).text(type.name()).text(after).number(cursor.rowsToRead()));
          return cursor.page(rows, Row::id).map(row -> stored(type, row));
        });
  }

  private static Row row(DocumentType<?> type, ResultSet row) throws SQLException {
    return new Row(type.name(), row.getString(1), row.getLong(2), row.getString(3));
  }

  private static <T> Stored<T> stored(DocumentType<T> type, Row row) {
    return new Stored<>(row.id(), Version.of(row.version()), type.codec().decode(row.body()));
  }

  private static void checkKey(DocumentType<?> type, String key, boolean unique) {
    for (LookupKey<?> known : type.keys()) {
      if (known.name().equals(key) && known.unique() == unique) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "The document type "
            + type.name()
            + " is not found by a "
            + (unique ? "unique" : "shared")
            + " key "
            + key);
  }
}
