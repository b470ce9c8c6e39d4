package io.omnicommerce.core.common;

import io.omnicommerce.common.spi.SecretGenerator;
import java.util.HexFormat;

/** Tokens and codes that nobody can guess. */
public final class Secrets {

  private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private Secrets() {}

  /** A token of 256 bits. */
  public static String token(SecretGenerator secrets) {
    byte[] bytes = new byte[32];
    secrets.fill(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A code that people can read out, without letters that look alike. */
  public static String code(SecretGenerator secrets, int length) {
    StringBuilder code = new StringBuilder();
    byte[] bytes = new byte[length * 2];
    while (code.length() < length) {
      secrets.fill(bytes);
      for (int i = 0; i < bytes.length && code.length() < length; i++) {
        int number = bytes[i] & 0xff;
        // The bytes beyond the last whole round of letters are dropped, or some letters would be
        // likelier.
        if (number < 256 - 256 % CODE_LETTERS.length()) {
          code.append(CODE_LETTERS.charAt(number % CODE_LETTERS.length()));
        }
      }
    }
    return code.toString();
  }

  /** Whether a presented secret has this hash, in the same time whatever it is. */
  public static boolean matches(String presented, String hash) {
    return java.security.MessageDigest.isEqual(
        Fingerprint.of(presented).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        hash.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
