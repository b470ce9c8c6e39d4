package io.omnicommerce.common;

/**
 * A key that was used before came with other content. Nothing was done: a new intent needs a new
 * key.
 */
public final class IdempotencyMismatchException extends CommerceException {

  private static final long serialVersionUID = 1L;

  /** A key was used before with other content. */
  public static final ErrorCode CODE = ErrorCode.of("idempotency.mismatch");

  /**
   * Which command knows the key with other content.
   *
   * @param what the command, such as {@code checkout.place}
   * @param key the key as the caller gave it
   */
  public IdempotencyMismatchException(String what, String key) {
    super(
        CODE,
        "The key \""
            + Text.shown(key)
            + "\" was used for "
            + what
            + " with other content. Use a new key for a new intent.",
        Facts.of("command", what, "key", key));
  }
}
