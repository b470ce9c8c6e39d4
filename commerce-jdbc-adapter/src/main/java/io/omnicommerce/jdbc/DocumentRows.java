package io.omnicommerce.jdbc;

import io.omnicommerce.common.Version;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Documents: new ones inserted, changed ones compared and set, each kind in the order of ids. */
final class DocumentRows {

  private static final String UPDATE =
      "UPDATE document SET version = ?, body = ?"
          + " WHERE tenant_id = ? AND type = ? AND id = ? AND version = ?";
  private static final String DELETE =
      "DELETE FROM document WHERE tenant_id = ? AND type = ? AND id = ?";
  private static final String BODIES =
      "SELECT id, version, body FROM document%w WHERE tenant_id = ? AND type = ? AND %s";

  private final Scope scope;

  /** A document's row as it is kept. */
  record Row(String type, String id, long version, String body) {}

  DocumentRows(Scope scope) {
    this.scope = scope;
  }

  /** By type and id: the order in which documents are always written. */
  static int compare(DocumentWrite<?> one, DocumentWrite<?> other) {
    int order = one.type().name().compareTo(other.type().name());
    return order != 0 ? order : one.id().compareTo(other.id());
  }

  void write(List<DocumentWrite<?>> sorted) throws SQLException {
    List<DocumentWrite<?>> created = new ArrayList<>();
    List<DocumentWrite<?>> changed = new ArrayList<>();
    for (DocumentWrite<?> write : sorted) {
      (isNew(write) ? created : changed).add(write);
    }
    create(created);
    update(changed);
  }

  static boolean isNew(DocumentWrite<?> write) {
    return write.expected().compareTo(Version.NONE) == 0;
  }

  private void create(List<DocumentWrite<?>> writes) throws SQLException {
    if (!scope.undo().isNeeded()) {
      List<Object[]> rows = new ArrayList<>(writes.size());
      for (DocumentWrite<?> write : writes) {
        rows.add(values(row(write)));
      }
      if (!scope.insertNew(Table.DOCUMENT, rows)) {
        throw conflict(writes);
      }
      return;
    }
    for (Row row : rows(writes)) {
      if (!scope.insertNew(Table.DOCUMENT, List.<Object[]>of(values(row)))) {
        throw conflict(writes);
      }
      scope
          .undo()
          .add(
              () ->
                  scope
                      .link()
                      .update(DELETE, p -> p.text(scope.tenant()).text(row.type()).text(row.id())));
    }
  }

  private void update(List<DocumentWrite<?>> writes) throws SQLException {
    if (writes.isEmpty()) {
      return;
    }
    List<Row> rows = rows(writes);
    Map<String, Row> before = scope.undo().isNeeded() ? bodies(writes) : Map.of();
    if (scope.undo().isNeeded() && !rows.stream().allMatch(row -> follows(row, before))) {
      throw conflict(writes);
    }
    int[] counts = scope.link().batch(UPDATE, rows, (p, row) -> bind(p, row, row.version() - 1));
    List<Row> written = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 1) {
        written.add(rows.get(i));
      }
    }
    if (scope.undo().isNeeded()) {
      scope.undo().add(() -> restore(written, before));
    }
    if (written.size() < rows.size()) {
      throw conflict(writes);
    }
  }

  private static List<Row> rows(List<DocumentWrite<?>> writes) {
    List<Row> rows = new ArrayList<>(writes.size());
    for (DocumentWrite<?> write : writes) {
      rows.add(row(write));
    }
    return rows;
  }

  private static boolean follows(Row row, Map<String, Row> before) {
    Row old = before.get(row.type() + '\n' + row.id());
    return old != null && old.version() == row.version() - 1;
  }

  private void bind(Params p, Row row, long expected) throws SQLException {
    p.number(row.version()).text(row.body());
    p.text(scope.tenant()).text(row.type()).text(row.id()).number(expected);
  }

  /** What was read of a version before it was changed is what it was: versions do not change. */
  private void restore(List<Row> written, Map<String, Row> before) throws SQLException {
    List<Row> old =
        written.stream()
            .map(row -> Objects.requireNonNull(before.get(row.type() + '\n' + row.id())))
            .toList();
    scope.link().batch(UPDATE, old, (p, row) -> bind(p, row, row.version() + 1));
  }

  private Map<String, Row> bodies(List<DocumentWrite<?>> writes) throws SQLException {
    Map<String, List<String>> ids = new TreeMap<>();
    for (DocumentWrite<?> write : writes) {
      ids.computeIfAbsent(write.type().name(), any -> new ArrayList<>()).add(write.id());
    }
    Map<String, Row> bodies = new TreeMap<>();
    for (Map.Entry<String, List<String>> type : ids.entrySet()) {
      for (Row row : read(type.getKey(), type.getValue(), scope.current())) {
        bodies.put(row.type() + '\n' + row.id(), row);
      }
    }
    return bodies;
  }

  /** The documents among these that exist. */
  List<Row> read(String type, Collection<String> ids) throws SQLException {
    return read(type, ids, "");
  }

  private List<Row> read(String type, Collection<String> ids, String current) throws SQLException {
    return scope.listOf(
        BODIES + current,
        "id",
        p -> p.text(scope.tenant()).text(type),
        ids,
        row -> new Row(type, row.getString(1), row.getLong(2), row.getString(3)));
  }

  private static <T> Row row(DocumentWrite<T> write) {
    return new Row(
        write.type().name(),
        write.id(),
        write.expected().next().value(),
        write.type().codec().encode(write.value()));
  }

  private static Object[] values(Row row) {
    return new Object[] {row.type(), row.id(), row.version(), row.body()};
  }

  private static StorageException conflict(List<DocumentWrite<?>> writes) {
    DocumentWrite<?> first = writes.get(0);
    return StorageException.conflict(
        writes.size() == 1 ? first.type().name() + " " + first.id() : "documents of this call");
  }
}
