package io.omnicommerce.jdbc;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** By what documents are found: only what differs from what is there is written. */
final class KeyRows {

  /** By type, key, value and document: the order in which they are always inserted. */
  static final Comparator<Row> ORDER = KeyRows::compare;

  private static final String DELETE_SHARED = delete("document_key");
  private static final String DELETE_UNIQUE = delete("document_unique");
  private static final String OWNER =
      "SELECT document_id FROM document_unique"
          + " WHERE tenant_id = ? AND type = ? AND key_name = ? AND key_value = ?";

  private final Scope scope;
  private final List<Row> sharedToDelete = new ArrayList<>();
  private final List<Row> sharedToInsert = new ArrayList<>();
  private final List<Row> uniqueToDelete = new ArrayList<>();
  private final List<Row> uniqueToInsert = new ArrayList<>();

  /** One value of one key of one document. */
  record Row(String type, String key, String value, String document, boolean unique) {

    Object[] values() {
      return new Object[] {type, key, value, document};
    }
  }

  KeyRows(Scope scope) {
    this.scope = scope;
  }

  private static int compare(Row one, Row other) {
    int order = one.type().compareTo(other.type());
    order = order != 0 ? order : one.key().compareTo(other.key());
    order = order != 0 ? order : one.value().compareTo(other.value());
    return order != 0 ? order : one.document().compareTo(other.document());
  }

  /** Finds out what is to be written. */
  void plan(List<DocumentWrite<?>> writes) throws SQLException {
    Map<String, List<DocumentWrite<?>>> byType = new LinkedHashMap<>();
    for (DocumentWrite<?> write : writes) {
      if (!write.type().keys().isEmpty()) {
        byType.computeIfAbsent(write.type().name(), any -> new ArrayList<>()).add(write);
      }
    }
    for (List<DocumentWrite<?>> ofType : byType.values()) {
      planType(ofType);
    }
  }

  private void planType(List<DocumentWrite<?>> writes) throws SQLException {
    Set<Row> wanted = new TreeSet<>(ORDER);
    List<String> changed = new ArrayList<>();
    for (DocumentWrite<?> write : writes) {
      wanted.addAll(of(write));
      if (!DocumentRows.isNew(write)) {
        changed.add(write.id());
      }
    }
    Set<Row> there = new TreeSet<>(ORDER);
    if (!changed.isEmpty()) {
      there.addAll(declared(writes.get(0).type(), changed));
    }
    for (Row row : wanted) {
      if (!there.contains(row)) {
        (row.unique() ? uniqueToInsert : sharedToInsert).add(row);
      }
    }
    for (Row row : there) {
      if (!wanted.contains(row)) {
        (row.unique() ? uniqueToDelete : sharedToDelete).add(row);
      }
    }
  }

  /** Old values first, so that two documents may swap theirs. */
  void writeUnique() throws SQLException {
    delete(DELETE_UNIQUE, uniqueToDelete);
    uniqueToInsert.sort(ORDER);
    if (scope.undo().isNeeded()) {
      List<Object[]> gone = values(uniqueToDelete);
      scope.undo().add(() -> scope.insertNew(Table.UNIQUE, gone));
      for (Row row : uniqueToInsert) {
        insertUnique(List.of(row));
        scope.undo().add(() -> delete(DELETE_UNIQUE, List.of(row)));
      }
    } else {
      insertUnique(uniqueToInsert);
    }
  }

  private static List<Object[]> values(List<Row> rows) {
    List<Object[]> values = new ArrayList<>(rows.size());
    for (Row row : rows) {
      values.add(row.values());
    }
    return values;
  }

  void writeShared() throws SQLException {
    delete(DELETE_SHARED, sharedToDelete);
    sharedToInsert.sort(ORDER);
    scope.insert(Table.KEY, values(sharedToInsert));
  }

  private void insertUnique(List<Row> rows) throws SQLException {
    if (!scope.insertNew(Table.UNIQUE, values(rows))) {
      throw taken(rows);
    }
  }

  private StorageException taken(List<Row> rows) throws SQLException {
    for (Row row : rows) {
      List<String> owner =
          scope
              .link()
              .list(
                  OWNER,
                  p -> p.text(scope.tenant()).text(row.type()).text(row.key()).text(row.value()),
                  found -> found.getString(1));
      if (!owner.isEmpty() && !owner.get(0).equals(row.document())) {
        return StorageException.keyTaken(row.type(), row.key());
      }
    }
    // Whoever had it has given it up in the meantime.
    return StorageException.conflict("lookup key");
  }

  private void delete(String sql, List<Row> rows) throws SQLException {
    scope
        .link()
        .batch(
            sql,
            rows,
            (p, row) ->
                p.text(scope.tenant())
                    .text(row.type())
                    .text(row.key())
                    .text(row.value())
                    .text(row.document()));
  }

  /** The keys of documents, of the kinds that their type has: most have one. */
  private List<Row> declared(DocumentType<?> type, List<String> documents) throws SQLException {
    List<Row> rows = new ArrayList<>();
    if (has(type, false)) {
      rows.addAll(read("document_key", type.name(), documents, false));
    }
    if (has(type, true)) {
      rows.addAll(read("document_unique", type.name(), documents, true));
    }
    return rows;
  }

  private static boolean has(DocumentType<?> type, boolean unique) {
    for (LookupKey<?> key : type.keys()) {
      if (key.unique() == unique) {
        return true;
      }
    }
    return false;
  }

  /** The keys of documents as they are kept, declared or not. */
  List<Row> read(String type, Collection<String> documents) throws SQLException {
    List<Row> rows = new ArrayList<>(read("document_key", type, documents, false));
    rows.addAll(read("document_unique", type, documents, true));
    return rows;
  }

  private List<Row> read(String table, String type, Collection<String> documents, boolean unique)
      throws SQLException {
    return scope.listOf(
        "SELECT key_name, key_value, document_id FROM "
            + table
            + "%w WHERE tenant_id = ? AND type = ? AND %s",
        "document_id",
        p -> p.text(scope.tenant()).text(type),
        documents,
        row -> new Row(type, row.getString(1), row.getString(2), row.getString(3), unique));
  }

  /** The keys of a document as they are derived from it. */
  private static <T> List<Row> of(DocumentWrite<T> write) {
    return of(write.type(), write.id(), write.value());
  }

  static <T> List<Row> of(DocumentType<T> type, String id, T document) {
    List<Row> rows = new ArrayList<>();
    for (LookupKey<T> key : type.keys()) {
      for (String value : new TreeSet<>(key.values().apply(document))) {
        if (value.length() > LookupKey.VALUE_LENGTH_MAX) {
          throw InvalidInputException.tooLong(key.name(), value, LookupKey.VALUE_LENGTH_MAX);
        }
        rows.add(new Row(type.name(), key.name(), value, id, key.unique()));
      }
    }
    return rows;
  }

  private static String delete(String table) {
    return "DELETE FROM "
        + table
        + " WHERE tenant_id = ? AND type = ? AND key_name = ? AND key_value = ?"
        + " AND document_id = ?";
  }
}
