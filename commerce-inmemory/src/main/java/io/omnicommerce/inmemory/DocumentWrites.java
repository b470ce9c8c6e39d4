package io.omnicommerce.inmemory;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Version;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Projection;
import io.omnicommerce.storage.StorageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The documents of one decision: first themselves, later what is derived from them. */
final class DocumentWrites {

  private static final Comparator<DocumentWrite<?>> ORDER =
      Comparator.<DocumentWrite<?>, String>comparing(write -> write.type().name())
          .thenComparing(DocumentWrite::id);

  private final DocumentStore store;
  private final boolean throughCodecs;
  private final Undo undo;
  private final List<Saved<?>> saved = new ArrayList<>(0);

  /** A document before and after. */
  private record Saved<T>(DocumentType<T> type, String id, @Nullable T before, T after) {}

  DocumentWrites(DocumentStore store, boolean throughCodecs, Undo undo) {
    this.store = store;
    this.throughCodecs = throughCodecs;
    this.undo = undo;
  }

  void write(List<DocumentWrite<?>> writes) {
    if (!writes.isEmpty()) {
      writes.stream().sorted(ORDER).forEachOrdered(this::write);
    }
  }

  /** Lookup keys, all old ones before any new one, so that two documents may swap; then rows. */
  void derive() {
    saved.forEach(this::removeKeys);
    saved.forEach(this::addKeys);
    saved.forEach(this::project);
  }

  private <T> void write(DocumentWrite<T> write) {
    DocumentTable table = store.table(write.type().name());
    DocumentTable.Row before = table.rows.get(write.id());
    Version current = before == null ? Version.NONE : before.version();
    if (!current.equals(write.expected())) {
      throw StorageException.conflict(write.type().name() + " " + write.id());
    }
    T value = kept(write);
    table.rows.put(write.id(), new DocumentTable.Row(current.next(), value));
    undo.add(() -> restore(table, write.id(), before));
    saved.add(
        new Saved<>(
            write.type(), write.id(), before == null ? null : before.as(write.type()), value));
  }

  private <T> T kept(DocumentWrite<T> write) {
    return throughCodecs
        ? write.type().codec().decode(write.type().codec().encode(write.value()))
        : write.value();
  }

  private static void restore(DocumentTable table, String id, DocumentTable.@Nullable Row before) {
    if (before == null) {
      table.rows.remove(id);
    } else {
      table.rows.put(id, before);
    }
  }

  private <T> void removeKeys(Saved<T> saved) {
    if (saved.before() == null) {
      return;
    }
    for (LookupKey<T> key : saved.type().keys()) {
      KeyIndex index = index(saved, key);
      for (String value : values(key, saved.before())) {
        index.remove(value, saved.id());
        undo.add(() -> index.add(value, saved.id()));
      }
    }
  }

  private <T> void addKeys(Saved<T> saved) {
    for (LookupKey<T> key : saved.type().keys()) {
      KeyIndex index = index(saved, key);
      for (String value : values(key, saved.after())) {
        if (key.unique() && index.after(value, "").iterator().hasNext()) {
          throw StorageException.keyTaken(saved.type().name(), key.name());
        }
        index.add(value, saved.id());
        undo.add(() -> index.remove(value, saved.id()));
      }
    }
  }

  private <T> void project(Saved<T> saved) {
    for (Projection<T> projection : saved.type().projections()) {
      List<ProjectedRow> rows = rows(projection, saved.id(), saved.after());
      store.replaceRows(projection.table(), saved.id(), rows, undo);
    }
  }

  /** The values of a key, each once. */
  static <T> Set<String> values(LookupKey<T> key, T document) {
    Set<String> values = new TreeSet<>();
    for (String value : key.values().apply(document)) {
      if (value.length() > LookupKey.VALUE_LENGTH_MAX) {
        throw InvalidInputException.tooLong(key.name(), value, LookupKey.VALUE_LENGTH_MAX);
      }
      values.add(value);
    }
    return values;
  }

  static <T> List<ProjectedRow> rows(Projection<T> projection, String id, T document) {
    List<ProjectedRow> rows = new ArrayList<>();
    for (List<Object> values : projection.rows().apply(document)) {
      rows.add(new ProjectedRow(id, rows.size() + 1, values));
    }
    return List.copyOf(rows);
  }

  private KeyIndex index(Saved<?> saved, LookupKey<?> key) {
    return store.table(saved.type().name()).index(key.name());
  }
}
