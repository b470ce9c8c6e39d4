package io.omnicommerce.common;

/**
 * Something would grow past a limit that the library or the host has set: lines of a cart,
 * characters of a note, legs of a batch.
 */
public final class LimitExceededException extends CommerceException {

  private static final long serialVersionUID = 1L;

  private final String limit;
  private final long max;

  /**
   * Which limit, and what to do instead.
   *
   * @param code the reason, such as {@code cart.limit_exceeded}
   * @param limit the name of the limit, such as {@code linesMax}
   * @param max its value
   * @param advice what to do, as a sentence
   */
  public LimitExceededException(ErrorCode code, String limit, long max, String advice) {
    super(
        code,
        "The limit " + limit + " = " + max + " would be exceeded. " + advice,
        Facts.of("limit", limit, "max", max));
    this.limit = limit;
    this.max = max;
  }

  /** The name of the limit, such as {@code linesMax}. */
  public String limit() {
    return limit;
  }

  /** The most that is possible. */
  public long max() {
    return max;
  }
}
