package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.CodeAlphabet;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of a batch. All texts of its length are shuffled by a secret, and the first of them are
 * its codes: so no two are equal, and whether a text is one is worked out and not looked up. The
 * shuffle is a Feistel network over the two halves of a text, as in NIST's format-preserving FF1.
 * Used by one thread.
 */
final class BatchCodes {

  private static final String MAC = "HmacSHA256";
  private static final int ROUNDS = 10;
  private static final int GROUP = 5;

  private final CouponBatch batch;
  private final String characters;
  private final int leftLength;
  private final int rightLength;
  private final long lefts;
  private final long rights;
  private final Mac mac;

  BatchCodes(KeptBatch kept) {
    batch = kept.batch();
    characters = batch.alphabet().characters();
    leftLength = batch.length() / 2;
    rightLength = batch.length() - leftLength;
    lefts = power(leftLength);
    rights = power(rightLength);
    mac = mac(kept.secret());
  }

  private long power(int length) {
    long power = 1;
    for (int i = 0; i < length; i++) {
      power = Math.multiplyExact(power, characters.length());
    }
    return power;
  }

  private static Mac mac(String secret) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), MAC));
      return mac;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The code of a number from 0 on, below the count of the batch. */
  CouponCode code(long number) {
    long left = number / rights;
    long right = number % rights;
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 2 == 0) {
        left = (left + noise(round, right, lefts)) % lefts;
      } else {
        right = (right + noise(round, left, rights)) % rights;
      }
    }
    return CouponCode.of(written(text(left, leftLength) + text(right, rightLength)));
  }

  /** The number of what was typed behind the prefix; empty if it is no code of the batch. */
  OptionalLong number(String typed) {
    String body = typed.replace("-", "").toUpperCase(Locale.ROOT);
    if (body.length() != batch.length()) {
      return OptionalLong.empty();
    }
    long left = value(body.substring(0, leftLength));
    long right = value(body.substring(leftLength));
    return left < 0 || right < 0 ? OptionalLong.empty() : unshuffled(left, right);
  }

  private OptionalLong unshuffled(long shuffledLeft, long shuffledRight) {
    long left = shuffledLeft;
    long right = shuffledRight;
    for (int round = ROUNDS - 1; round >= 0; round--) {
      if (round % 2 == 0) {
        left = Math.floorMod(left - noise(round, right, lefts), lefts);
      } else {
        right = Math.floorMod(right - noise(round, left, rights), rights);
      }
    }
    // Compared before it is multiplied: a long text is a number beyond any long.
    return left > (batch.count() - 1) / rights || left * rights + right >= batch.count()
        ? OptionalLong.empty()
        : OptionalLong.of(left * rights + right);
  }

  private long noise(int round, long half, long below) {
    byte[] hash = mac.doFinal(ByteBuffer.allocate(9).put((byte) round).putLong(half).array());
    return (ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE) % below;
  }

  private String text(long value, int length) {
    char[] text = new char[length];
    long rest = value;
    for (int i = length - 1; i >= 0; i--) {
      text[i] = characters.charAt((int) (rest % characters.length()));
      rest /= characters.length();
    }
    return new String(text);
  }

  /** The value of a half, or -1. */
  private long value(String text) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = characters.indexOf(meant(text.charAt(i)));
      if (digit < 0) {
        return -1;
      }
      value = value * characters.length() + digit;
    }
    return value;
  }

  /** What is read wrong off paper. */
  private char meant(char typed) {
    if (batch.alphabet() == CodeAlphabet.LETTERS) {
      return typed;
    }
    return switch (typed) {
      case 'O' -> '0';
      case 'I', 'L' -> '1';
      default -> typed;
    };
  }

  private String written(String body) {
    StringBuilder written = new StringBuilder(batch.prefix());
    for (int i = 0; i < body.length(); i++) {
      written.append(i % GROUP == 0 ? "-" : "").append(body.charAt(i));
    }
    return written.toString();
  }
}
