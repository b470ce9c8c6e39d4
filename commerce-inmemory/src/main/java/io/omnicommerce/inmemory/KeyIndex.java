package io.omnicommerce.inmemory;

import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which documents have which values of a lookup key, in the order of value and id. */
final class KeyIndex {

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::value).thenComparing(Key::document);

  private final NavigableSet<Key> keys = new TreeSet<>(ORDER);

  /** A document has a value. */
  record Key(String value, String document) {}

  boolean add(String value, String document) {
    return keys.add(new Key(value, document));
  }

  void remove(String value, String document) {
    keys.remove(new Key(value, document));
  }

  /** The keys of a value, of documents whose ids follow one. */
  Iterable<Key> after(String value, String document) {
    return keys.subSet(new Key(value, document), false, new Key(value + '\0', ""), false);
  }

  Collection<Key> all() {
    return keys;
  }
}
