package io.omnicommerce.examples.quickstart;

/** A row cannot be read, or a file cannot. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;

  UnreadableException(String code, String reason) {
    super(reason);
    this.code = code;
  }

  String code() {
    return code;
  }
}
