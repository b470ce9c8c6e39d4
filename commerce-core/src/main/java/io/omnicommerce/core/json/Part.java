package io.omnicommerce.core.json;

import java.io.IOException;

/** How a part of a text is read: from the current token to its last one. */
interface Part<T> {

  /**
   * Reads the value that begins with the current token, up to its last one.
   *
   * @throws RuntimeException that {@link Source#refused} made, saying where and why
   */
  T read(Source in) throws IOException;
}
