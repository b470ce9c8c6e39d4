package io.omnicommerce.common;

/**
 * The caller changed something on the ground of a version that is no longer the newest. Nothing was
 * overwritten: read it again, show what changed, and decide anew.
 */
public final class VersionConflictException extends CommerceException {

  private static final long serialVersionUID = 1L;

  private final transient Reference reference;
  private final transient Version expected;
  private final transient Version actual;

  /** Somebody was faster. */
  public VersionConflictException(
      ErrorCode code, Reference reference, Version expected, Version actual) {
    super(
        code,
        "The "
            + Text.shown(reference.toString())
            + " is at version "
            + actual.value()
            + ", not "
            + expected.value()
            + ". Read it again and repeat the change.",
        Facts.of("kind", reference.kind(), "id", reference.id())
            .with("expected", expected.value())
            .with("actual", actual.value()));
    this.reference = reference;
    this.expected = expected;
    this.actual = actual;
  }

  /** What was changed meanwhile. */
  public Reference reference() {
    return reference;
  }

  /** The version on whose ground the call was made. */
  public Version expected() {
    return expected;
  }

  /** The version that it has now. */
  public Version actual() {
    return actual;
  }
}
