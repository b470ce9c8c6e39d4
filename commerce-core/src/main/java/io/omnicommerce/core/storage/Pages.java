package io.omnicommerce.core.storage;

import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a list to its end, where a part of it would be wrong. */
public final class Pages {

  private Pages() {}

  /** Every document of a type with this value of a key, in the order of their ids. */
  public static <T> List<Stored<T>> all(
      Session session, DocumentType<T> type, String key, String value) {
    List<Stored<T>> all = new ArrayList<>();
    PageRequest request = PageRequest.first(PageRequest.LIMIT_MAX);
    Optional<String> next;
    do {
      Page<Stored<T>> page = session.documents().findBy(type, key, value, request);
      all.addAll(page.items());
      next = page.next();
      request = new PageRequest(PageRequest.LIMIT_MAX, next);
    } while (next.isPresent());
    return all;
  }
}
