package io.omnicommerce.promotion;

import io.omnicommerce.common.ErrorCode;
import java.util.Objects;

/**
 * Something in an imported document that cannot be right.
 *
 * @param path where it stands, as a JSON Pointer (RFC 6901), such as {@code
 *     /promotions/3/benefits/0/percent}; empty for the document
 * @param code that of the refusal that the same thing meets anywhere else
 * @param problem a sentence for people
 */
public record ImportFault(String path, ErrorCode code, String problem) {

  public ImportFault {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(problem, "problem");
  }

  /** As a line for people. */
  @Override
  public String toString() {
    return path + ": " + problem;
  }
}
