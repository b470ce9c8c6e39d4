package io.omnicommerce.common;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some of a longer list, in its order.
 *
 * @param items the items of this page
 * @param next where the list goes on, or empty at its end; opaque, only good for the very same
 *     question
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public Page {
    items = List.copyOf(Objects.requireNonNull(items, "items"));
    Objects.requireNonNull(next, "next");
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    Objects.requireNonNull(mapping, "mapping");
    return new Page<>(items.stream().<R>map(mapping).toList(), next);
  }
}
