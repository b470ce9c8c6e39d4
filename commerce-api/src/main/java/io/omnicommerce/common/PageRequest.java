package io.omnicommerce.common;

import java.util.Objects;
import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many items at most, 1 to {@value #LIMIT_MAX}
 * @param after the {@link Page#next()} of the page before, or empty for the first page
 */
public record PageRequest(int limit, Optional<String> after) {

  /** The most items a page can have. */
  public static final int LIMIT_MAX = 1_000;

  /** A page is larger than allowed, or its cursor is not one of ours for this question. */
  public static final ErrorCode INVALID = ErrorCode.of("page.invalid");

  public PageRequest {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new InvalidInputException(
          INVALID, "limit", Integer.toString(limit), "must be from 1 to " + LIMIT_MAX);
    }
    Objects.requireNonNull(after, "after");
    after.ifPresent(cursor -> Text.text(cursor, "after", 1_024));
  }

  /** The first page of a list, of so many items at most. */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, Optional.empty());
  }

  /** The page after one whose {@link Page#next()} is given, of the same size. */
  public PageRequest next(String cursor) {
    Objects.requireNonNull(cursor, "cursor");
    return new PageRequest(limit, Optional.of(cursor));
  }
}
