package io.omnicommerce.common;

/**
 * There is no such thing for this caller. What belongs to somebody else and what does not exist
 * answer alike, word for word, so that nobody learns of another's data by asking.
 */
public final class NotFoundException extends CommerceException {

  private static final long serialVersionUID = 1L;

  private final transient Reference reference;

  /** What was looked for, and the code that says so. */
  public NotFoundException(ErrorCode code, Reference reference) {
    this(code, reference, " for this caller.");
  }

  private NotFoundException(ErrorCode code, Reference reference, String rest) {
    super(
        code,
        "There is no " + reference.kind() + " \"" + Text.shown(reference.id()) + "\"" + rest,
        Facts.of("kind", reference.kind(), "id", reference.id()));
    this.reference = reference;
  }

  /**
   * There is no such thing in the tenant, whoever asks: what the shop sets up, such as a channel or
   * a delivery method.
   */
  public static NotFoundException notSetUp(ErrorCode code, Reference reference) {
    return new NotFoundException(code, reference, ". Save it first, or correct the id.");
  }

  /** What was asked for. */
  public Reference reference() {
    return reference;
  }
}
