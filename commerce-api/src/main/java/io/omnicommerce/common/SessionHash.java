package io.omnicommerce.common;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What the library keeps of a guest's session: its SHA-256 in hexadecimal. The guest is known again
 * by it, and nobody who reads it can present the session, provided that the host's sessions cannot
 * be guessed.
 */
public record SessionHash(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final int BRIEF_LENGTH = 12;

  public SessionHash {
    Text.id(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED, "value", value, "must be a SHA-256 in hexadecimal");
    }
  }

  /** The hash of a session, as the host knows it. */
  public static SessionHash of(String session) {
    return new SessionHash(hash(Text.id(session, "session")));
  }

  /**
   * Whether a session has this hash; takes the same time whatever is presented, and says no to what
   * can be no session.
   */
  public boolean matches(String session) {
    Objects.requireNonNull(session, "session");
    return MessageDigest.isEqual(bytes(value), bytes(hash(session)));
  }

  /** The first 12 characters, by which entries of logs and histories belong together. */
  public String brief() {
    return value.substring(0, BRIEF_LENGTH);
  }

  /** The {@link #brief} form. */
  @Override
  public String toString() {
    return brief();
  }

  private static String hash(String session) {
    return HexFormat.of().formatHex(sha256().digest(bytes(session)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
