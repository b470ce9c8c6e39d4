package io.omnicommerce.promotion;

import io.omnicommerce.common.ErrorCode;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in an imported document that cannot be right.
 *
 * @param path where it stands, as a JSON Pointer (RFC 6901), such as {@code
 *     /promotions/3/benefits/0/percent}; empty for the document
 * @param code that of the refusal that the same thing meets anywhere else
 * @param problem a sentence for people
 * @param id of the lane, promotion or coupon in which it stands, if that says one
 */
public record ImportFault(String path, ErrorCode code, String problem, Optional<String> id) {

  public ImportFault {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(id, "id");
  }

  /** As a line for people. */
  @Override
  public String toString() {
    return path + id.map(of -> " (" + of + ')').orElse("") + ": " + problem;
  }
}
