package io.omnicommerce.core.price;

import java.util.Comparator;
import java.util.List;

/** A price list as it is kept: its editions, the earliest first. */
record StoredList(List<ListEdition> editions) {

  StoredList {
    editions = editions.stream().sorted(Comparator.comparing(ListEdition::since)).toList();
  }
}
