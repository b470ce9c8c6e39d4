package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How the values of one type are written and read. Made once a type by {@link Forms}. */
interface Form<T> extends Part<T> {

  void write(T value, JsonGenerator out) throws IOException;

  /** Whether a record is written without such a value. */
  default boolean isLeftOut(T value) {
    return false;
  }

  /** What a record has if it is written without a value, or with null; null if it must have one. */
  default @Nullable T leftOut() {
    return null;
  }
}
