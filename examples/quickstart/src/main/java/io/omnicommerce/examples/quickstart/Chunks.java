package io.omnicommerce.examples.quickstart;

import java.util.List;
import java.util.function.Consumer;

/** Cuts long lists into what one call takes. */
final class Chunks {

  /** The least of the limits of catalog, prices and stock. */
  static final int SIZE = 1_000;

  private Chunks() {}

  static <T> void each(List<T> all, Consumer<List<T>> call) {
    for (int from = 0; from < all.size(); from += SIZE) {
      call.accept(all.subList(from, Math.min(from + SIZE, all.size())));
    }
  }
}
