package io.omnicommerce.core.json;

import java.util.ArrayList;
import java.util.List;

final class ListForm<E> extends CollectionForm<E, List<E>> {

  ListForm(Form<E> of) {
    super(of);
  }

  @Override
  List<E> empty() {
    return new ArrayList<>();
  }
}
