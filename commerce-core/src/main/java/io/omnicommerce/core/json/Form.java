package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnicommerce.common.InvalidInputException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How the values of one type are written and read. Made once a type by {@link Forms}. */
interface Form<T> {

  void write(T value, JsonGenerator out) throws IOException;

  /**
   * Reads the value that begins with the current token, up to its last one.
   *
   * @throws InvalidInputException {@code json.invalid_payload}, saying where and why
   */
  T read(Source in) throws IOException;

  /** Whether a record is written without such a value. */
  default boolean isLeftOut(T value) {
    return false;
  }

  /** What a record has if it is written without a value, or with null; null if it must have one. */
  default @Nullable T leftOut() {
    return null;
  }
}
