package io.omnicommerce.common;

import java.util.Objects;

/**
 * The root of what the library throws when a call cannot be carried out. Every exception has a
 * stable {@link #code()}, the {@link #facts()} behind it and a message that says what was wrong,
 * which limit, and what to do. The call changed nothing.
 */
public abstract class CommerceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final transient Facts facts;

  protected CommerceException(ErrorCode code, String message, Facts facts) {
    super(Objects.requireNonNull(message, "message"));
    this.code = Objects.requireNonNull(code, "code");
    this.facts = Objects.requireNonNull(facts, "facts");
  }

  /** The stable name of the reason. */
  public final ErrorCode code() {
    return code;
  }

  /** What the reason is about, by name. */
  public final Facts facts() {
    return facts;
  }

  /**
   * Whether the very same call may succeed if it is made again, with nothing changed by the caller.
   */
  public boolean isRetryable() {
    return false;
  }

  /**
   * For logs: kind, code, message and facts, such as {@code RefusedException [catalog.unknown_sku]:
   * There is no SKU NOPE. {sku=NOPE}}.
   */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // the message is for people, without the code
  public String toString() {
    return getClass().getSimpleName() + " [" + code + "]: " + getMessage() + shownFacts();
  }

  private String shownFacts() {
    return facts.values().isEmpty() ? "" : " " + facts;
  }
}
