package io.omnicommerce.core.promotion;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Places in a book, gathered with repeats and given in order, each once. */
final class Places {

  private int[] places;
  private int size;

  Places(int[] first) {
    places = Arrays.copyOf(first, first.length + 16);
    size = first.length;
  }

  void add(int place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
    }
    places[size++] = place;
  }

  void addAll(int @Nullable [] more) {
    if (more == null) {
      return;
    }
    for (int place : more) {
      add(place);
    }
  }

  int[] sorted() {
    Arrays.sort(places, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || places[i] != places[kept - 1]) {
        places[kept++] = places[i];
      }
    }
    return Arrays.copyOf(places, kept);
  }
}
