package io.omnicommerce.storage;

import io.omnicommerce.common.Version;
import java.util.Objects;

/** A document as it was read: its id, its value, and the version a change must name. */
public record Stored<T>(String id, Version version, T value) {

  public Stored {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(value, "value");
  }
}
