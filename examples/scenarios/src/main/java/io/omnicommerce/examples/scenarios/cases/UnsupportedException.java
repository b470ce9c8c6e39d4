package io.omnicommerce.examples.scenarios.cases;

/** A case asks for something that cannot be asked of the library: named, never guessed. */
public final class UnsupportedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnsupportedException(String reason) {
    super(reason);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
