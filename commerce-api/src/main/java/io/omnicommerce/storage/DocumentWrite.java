package io.omnicommerce.storage;

import io.omnicommerce.common.Text;
import io.omnicommerce.common.Version;
import java.util.Objects;

/**
 * A document to be saved. It becomes the version after the expected one; if the stored version is
 * another, the commit meets a conflict.
 *
 * @param id its id, at most {@value #ID_LENGTH_MAX} characters of visible ASCII
 * @param expected the version that was read, or {@link Version#NONE} for a new one
 */
public record DocumentWrite<T>(DocumentType<T> type, String id, Version expected, T value) {

  /** The longest id of a document: two ids of the trade and what joins them. */
  public static final int ID_LENGTH_MAX = 192;

  public DocumentWrite {
    Objects.requireNonNull(type, "type");
    Text.id(id, "id", ID_LENGTH_MAX);
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(value, "value");
  }

  /** Saves a document that must not be there yet. */
  public static <T> DocumentWrite<T> create(DocumentType<T> type, String id, T value) {
    return new DocumentWrite<>(type, id, Version.NONE, value);
  }

  /** The change of a document that was read. */
  public static <T> DocumentWrite<T> update(DocumentType<T> type, Stored<?> read, T value) {
    return new DocumentWrite<>(type, read.id(), read.version(), value);
  }
}
