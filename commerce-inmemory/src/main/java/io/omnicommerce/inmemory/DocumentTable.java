package io.omnicommerce.inmemory;

import io.omnicommerce.common.Version;
import io.omnicommerce.storage.DocumentType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The documents of one type, by id, and the indexes of their lookup keys. */
final class DocumentTable {

  final TreeMap<String, Row> rows = new TreeMap<>();
  private final Map<String, KeyIndex> indexes = new HashMap<>();

  /** A document as it is kept. */
  record Row(Version version, Object value) {

    /** A type's name stands for one Java type: the one its codec writes. */
    @SuppressWarnings("unchecked")
    <T> T as(DocumentType<T> type) {
      Objects.requireNonNull(type, "type");
      return (T) value;
    }
  }

  KeyIndex index(String key) {
    return indexes.computeIfAbsent(key, any -> new KeyIndex());
  }
}
