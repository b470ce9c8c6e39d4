package io.omnicommerce.inmemory;

import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a session can ask of the documents. */
final class InMemoryDocuments implements Documents {

  private final InMemorySession session;

  InMemoryDocuments(InMemorySession session) {
    this.session = session;
  }

  @Override
  public <T> Optional<Stored<T>> find(DocumentType<T> type, String id) {
    Objects.requireNonNull(id, "id");
    DocumentTable.Row row = table(type).rows.get(id);
    return row == null
        ? Optional.empty()
        : Optional.of(new Stored<>(id, row.version(), row.as(type)));
  }

  @Override
  public <T> Map<String, Stored<T>> findAll(DocumentType<T> type, Collection<String> ids) {
    Map<String, Stored<T>> found = new LinkedHashMap<>();
    for (String id : ids) {
      find(type, id).ifPresent(stored -> found.put(id, stored));
    }
    return found;
  }

  @Override
  public <T> Optional<Stored<T>> findByUnique(DocumentType<T> type, String key, String value) {
    for (KeyIndex.Key found : index(type, key, true).after(value, "")) {
      return find(type, found.document());
    }
    return Optional.empty();
  }

  @Override
  public <T> Page<Stored<T>> findBy(
      DocumentType<T> type, String key, String value, PageRequest page) {
    Cursor cursor = Cursor.of(session.context().tenant(), "by", type.name(), key, value);
    Iterable<KeyIndex.Key> keys =
        index(type, key, false).after(value, cursor.read(page).orElse(""));
    List<String> ids = new ArrayList<>();
    for (KeyIndex.Key found : keys) {
      ids.add(found.document());
      if (ids.size() > page.limit()) {
        break;
      }
    }
    return page(type, ids, cursor, page.limit());
  }

  @Override
  public <T> Page<Stored<T>> list(DocumentType<T> type, PageRequest page) {
    Cursor cursor = Cursor.of(session.context().tenant(), "list", type.name());
    String after = cursor.read(page).orElse("");
    List<String> ids =
        table(type).rows.tailMap(after, false).keySet().stream().limit(page.limit() + 1L).toList();
    return page(type, ids, cursor, page.limit());
  }

  /** A page of the documents with these ids, of which one more than the limit was asked for. */
  private <T> Page<Stored<T>> page(
      DocumentType<T> type, List<String> ids, Cursor cursor, int limit) {
    boolean more = ids.size() > limit;
    List<String> shown = more ? ids.subList(0, limit) : ids;
    List<Stored<T>> items = List.copyOf(findAll(type, shown).values());
    return new Page<>(
        items, more ? Optional.of(cursor.write(shown.get(limit - 1))) : Optional.empty());
  }

  private KeyIndex index(DocumentType<?> type, String key, boolean unique) {
    for (LookupKey<?> known : type.keys()) {
      if (known.name().equals(key) && known.unique() == unique) {
        return table(type).index(key);
      }
    }
    throw new IllegalArgumentException(
        "The document type "
            + type.name()
            + " has no "
            + (unique ? "unique" : "shared")
            + " lookup key "
            + key);
  }

  private DocumentTable table(DocumentType<?> type) {
    return session.open().documents().table(type.name());
  }
}
