package io.omnicommerce.storage;

import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads documents of the session's tenant. Another tenant's do not exist here. */
public interface Documents {

  /** The document with an id, as it is now; empty if there is none. */
  <T> Optional<Stored<T>> find(DocumentType<T> type, String id);

  /** The documents among these ids that exist, by id, in one round trip. */
  <T> Map<String, Stored<T>> findAll(DocumentType<T> type, Collection<String> ids);

  /** The document with this value of a unique key. */
  <T> Optional<Stored<T>> findByUnique(DocumentType<T> type, String key, String value);

  /** The documents with this value of a shared key, in the order of their ids. */
  <T> Page<Stored<T>> findBy(DocumentType<T> type, String key, String value, PageRequest page);

  /** All documents of a type, in the order of their ids. */
  <T> Page<Stored<T>> list(DocumentType<T> type, PageRequest page);

  /**
   * All documents of a type of which a tenant has few: markets, price lists. At most {@value
   * PageRequest#LIMIT_MAX}.
   */
  default <T> List<Stored<T>> listSmall(DocumentType<T> type) {
    return list(type, PageRequest.first(PageRequest.LIMIT_MAX)).items();
  }
}
