package io.omnicommerce.common.spi;

/**
 * Makes what must not be guessed: tokens and codes. Called from many threads; the default is the
 * JDK's {@code SecureRandom}. A generator that throws, or leaves all bytes the same, ends the call
 * with {@code port.contract_violation}.
 */
@FunctionalInterface
public interface SecretGenerator {

  /** Fills an array with bytes that nobody can predict. */
  void fill(byte[] bytes);
}
