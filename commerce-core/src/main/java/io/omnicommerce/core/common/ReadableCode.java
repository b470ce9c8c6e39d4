package io.omnicommerce.core.common;

import java.math.BigInteger;

/** A short name that people can read out, made from a long one. */
public final class ReadableCode {

  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final BigInteger BASE = BigInteger.valueOf(LETTERS.length());
  private static final int GROUP = 5;

  private ReadableCode() {}

  /**
   * Two groups of five letters and digits, such as {@code 7K2Q9-XM4CD}, without those that look
   * alike: the same for the same text, and for two texts the same once in 8 × 10^14.
   */
  public static String of(String text) {
    BigInteger number = new BigInteger(Fingerprint.of(text), 16);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 2 * GROUP; i++) {
      BigInteger[] parts = number.divideAndRemainder(BASE);
      code.append(i == GROUP ? "-" : "").append(LETTERS.charAt(parts[1].intValue()));
      number = parts[0];
    }
    return code.toString();
  }
}
