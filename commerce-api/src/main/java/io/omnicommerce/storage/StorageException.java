package io.omnicommerce.storage;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Facts;
import org.jspecify.annotations.Nullable;

/** The storage could not do its work. */
public final class StorageException extends CommerceException {

  private static final long serialVersionUID = 1L;

  /** Somebody else changed the same things at the same time. Retryable. */
  public static final ErrorCode CONFLICT = ErrorCode.of("storage.conflict");

  /** The value of a unique key belongs to another document. */
  public static final ErrorCode KEY_TAKEN = ErrorCode.of("storage.key_taken");

  /**
   * The store cannot be reached, is full, or failed in a way that says nothing about the call.
   * Retryable.
   */
  public static final ErrorCode UNAVAILABLE = ErrorCode.of("storage.unavailable");

  /**
   * The commit was sent and no answer came: it may have happened. Repeat the command with the same
   * key or batch id to learn. Retryable.
   */
  public static final ErrorCode OUTCOME_UNKNOWN = ErrorCode.of("storage.outcome_unknown");

  /** The store is set up in a way in which the library cannot keep its promises. */
  public static final ErrorCode MISCONFIGURED = ErrorCode.of("storage.misconfigured");

  /** A transaction was begun inside another one. */
  public static final ErrorCode NESTED = ErrorCode.of("storage.nested");

  /** A session was used after its commit or after its end. */
  public static final ErrorCode SESSION_ENDED = ErrorCode.of("storage.session_ended");

  private final boolean retryable;

  public StorageException(
      ErrorCode code, String message, Facts facts, boolean retryable, @Nullable Throwable cause) {
    super(code, message, facts);
    this.retryable = retryable;
    if (cause != null) {
      initCause(cause);
    }
  }

  /** Somebody else changed it at the same time. */
  public static StorageException conflict(String what) {
    return new StorageException(
        CONFLICT,
        "The " + what + " was changed by somebody else at the same time. Repeat the whole call.",
        Facts.of("what", what),
        true,
        null);
  }

  /** The value itself stays out of the message: it may be somebody's email. */
  public static StorageException keyTaken(String type, String key) {
    return new StorageException(
        KEY_TAKEN,
        "Another " + type + " has this " + key + ", of which there can be one.",
        Facts.of("type", type, "key", key),
        false,
        null);
  }

  /** A transaction inside a transaction. */
  public static StorageException nested() {
    return new StorageException(
        NESTED,
        "A transaction is open on this thread already. Call services one after the other, not inside each other.",
        Facts.none(),
        false,
        null);
  }

  /** A session was used after its end. */
  public static StorageException sessionEnded() {
    return new StorageException(
        SESSION_ENDED,
        "This session has committed or ended. Read first, decide, then commit once.",
        Facts.none(),
        false,
        null);
  }

  @Override
  public boolean isRetryable() {
    return retryable;
  }
}
