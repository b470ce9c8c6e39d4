package io.omnicommerce.common.spi;

/**
 * Makes ids for what the library creates. Called from many threads. An id that is malformed or was
 * given before, and whatever is thrown, ends the call with {@code port.contract_violation}; nothing
 * is changed.
 */
@FunctionalInterface
public interface IdGenerator {

  /**
   * A new id: never given before, visible ASCII, at most 64 characters, preferably growing with
   * time so that indexes stay compact.
   */
  String newId();
}
