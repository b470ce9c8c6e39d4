package io.omnicommerce.core.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A set without an order of its own is written sorted, so that equal values have equal text. */
final class SetForm<E> extends CollectionForm<E, Set<E>> {

  SetForm(Form<E> of) {
    super(of);
  }

  @Override
  Set<E> empty() {
    return new HashSet<>();
  }

  @Override
  Collection<E> inOrder(Set<E> values) {
    if (values.size() < 2) {
      return values;
    }
    List<E> sorted = new ArrayList<>(values);
    sorted.sort(Comparator.comparing(Object::toString));
    return sorted;
  }
}
