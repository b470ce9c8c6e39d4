package io.omnicommerce.common;

/**
 * How often something was changed: 1 when it is first saved, one more with each accepted change.
 * {@link #NONE} is the version of what does not exist yet.
 */
public record Version(long value) implements Comparable<Version> {

  /** The version of what is not saved yet. */
  public static final Version NONE = new Version(0);

  public Version {
    if (value < 0) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "version",
          Long.toString(value),
          "may not be negative");
    }
  }

  public static Version of(long value) {
    return new Version(value);
  }

  /** The version that the next change makes. */
  public Version next() {
    return new Version(Math.addExact(value, 1));
  }

  @Override
  public int compareTo(Version other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
