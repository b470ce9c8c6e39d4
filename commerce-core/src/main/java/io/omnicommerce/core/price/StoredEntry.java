package io.omnicommerce.core.price;

import java.util.Comparator;
import java.util.List;

/** An entry as it is kept: its editions, the earliest first. */
record StoredEntry(List<EntryEdition> editions) {

  StoredEntry {
    editions = editions.stream().sorted(Comparator.comparing(EntryEdition::since)).toList();
  }
}
