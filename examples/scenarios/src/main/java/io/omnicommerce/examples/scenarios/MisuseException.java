package io.omnicommerce.examples.scenarios;

/** Something was asked for that cannot be done: an option, or a file that is no set of cases. */
final class MisuseException extends Exception {

  private static final long serialVersionUID = 1L;

  MisuseException(String what) {
    super(what);
  }
}
