package io.omnicommerce.common.spi;

/**
 * Makes what must not be guessed: tokens and codes. Called from many threads; the default is the
 * JDK's {@code SecureRandom}.
 */
@FunctionalInterface
public interface SecretGenerator {

  /** Fills an array with bytes that nobody can predict. */
  void fill(byte[] bytes);
}
