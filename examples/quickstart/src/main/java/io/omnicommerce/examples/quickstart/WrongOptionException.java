package io.omnicommerce.examples.quickstart;

/** Something was asked for that cannot be. */
final class WrongOptionException extends Exception {

  private static final long serialVersionUID = 1L;

  WrongOptionException(String what) {
    super(what);
  }
}
