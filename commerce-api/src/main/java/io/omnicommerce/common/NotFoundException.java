package io.omnicommerce.common;

/**
 * There is no such thing for this caller. What belongs to somebody else and what does not exist
 * answer alike, word for word, so that nobody learns of another's data by asking.
 */
public final class NotFoundException extends CommerceException {

  private static final long serialVersionUID = 1L;

  private final transient Reference reference;

  public NotFoundException(ErrorCode code, Reference reference) {
    super(
        code,
        "There is no "
            + reference.kind()
            + " \""
            + Text.shown(reference.id())
            + "\" for this caller.",
        Facts.of("kind", reference.kind(), "id", reference.id()));
    this.reference = reference;
  }

  /** What was asked for. */
  public Reference reference() {
    return reference;
  }
}
