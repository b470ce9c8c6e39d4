package io.omnicommerce.core.json;

/** A part was refused, which has been told: whoever can go on without it does. */
final class PassedOver extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PassedOver() {
    super(null, null, false, false);
  }
}
