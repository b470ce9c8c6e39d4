package io.omnicommerce.common;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A stable, dotted name of a reason, such as {@code cart.version_conflict}: the room, then what
 * went wrong. A code never changes its meaning within a major version; callers may branch on it,
 * count it and translate it. The list is open.
 */
public record ErrorCode(String value) {

  /** The longest code, in characters. */
  public static final int LENGTH_MAX = 100;

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");

  public ErrorCode {
    Objects.requireNonNull(value, "value");
    if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An error code is dotted lower case of at most 100 characters, such as "
              + "cart.version_conflict: "
              + Text.shown(value));
    }
  }

  public static ErrorCode of(String value) {
    return new ErrorCode(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
