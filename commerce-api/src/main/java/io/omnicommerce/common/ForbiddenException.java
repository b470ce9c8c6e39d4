package io.omnicommerce.common;

/**
 * The actor lacks a permission that the command asks for. The host grants permissions in the {@link
 * Actor} of the context.
 */
public final class ForbiddenException extends CommerceException {

  private static final long serialVersionUID = 1L;

  /** The actor lacks a permission. Facts: permission. */
  public static final ErrorCode CODE = ErrorCode.of("permission.denied");

  private final transient Permission permission;

  /** The permission that the actor lacks. */
  public ForbiddenException(Permission permission) {
    super(
        CODE,
        "This needs the permission " + permission.name() + ", which the actor does not have.",
        Facts.of("permission", permission.name()));
    this.permission = permission;
  }

  /** What the actor would need. */
  public Permission permission() {
    return permission;
  }
}
