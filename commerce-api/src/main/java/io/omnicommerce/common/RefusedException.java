package io.omnicommerce.common;

/**
 * A rule of the trade refuses the command in the present state of things: a closed cart, a code
 * already used, nothing left to return.
 */
public final class RefusedException extends CommerceException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** Throws a reason that could also have been returned. */
  public RefusedException(Refusal refusal) {
    super(refusal.code(), refusal.message(), refusal.facts());
    this.refusal = refusal;
  }

  /** A reason with its sentence and its facts. */
  public RefusedException(ErrorCode code, String message, Facts facts) {
    this(Refusal.of(code, message, facts));
  }

  /** The reason, as outcomes hold it. */
  public Refusal refusal() {
    return refusal;
  }
}
