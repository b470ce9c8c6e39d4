package io.omnicommerce.core.json;

import java.util.SortedSet;
import java.util.TreeSet;

final class SortedSetForm<E> extends CollectionForm<E, SortedSet<E>> {

  SortedSetForm(Form<E> of) {
    super(of);
  }

  @Override
  SortedSet<E> empty() {
    return new TreeSet<>();
  }
}
