package io.omnicommerce.common;

import java.util.Objects;

/**
 * One reason why a command was not carried out: a stable code, a sentence that says what was wrong,
 * which limit and what to do, and the facts behind it. The list of codes is open; an outcome that
 * holds refusals is closed.
 */
public record Refusal(ErrorCode code, String message, Facts facts) {

  public Refusal {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(facts, "facts");
  }

  /** A reason with its sentence and its facts. */
  public static Refusal of(ErrorCode code, String message, Facts facts) {
    return new Refusal(code, message, facts);
  }

  /** This reason as an exception, for commands that have no outcome to carry it. */
  public RefusedException asException() {
    return new RefusedException(this);
  }

  @Override
  public String toString() {
    return code + ": " + message;
  }
}
