package io.omnicommerce.core.storage;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;

/** Reads a document that has to be there. */
public final class Required {

  private Required() {}

  /**
   * @throws NotFoundException with the code, naming the type and the id
   */
  public static <T> Stored<T> of(
      Session session, DocumentType<T> type, String id, ErrorCode notFound) {
    return session
        .documents()
        .find(type, id)
        .orElseThrow(() -> new NotFoundException(notFound, Reference.of(type.name(), id)));
  }
}
