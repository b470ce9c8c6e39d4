package io.omnicommerce.customer;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.text.Normalizer;
import java.util.Locale;

/**
 * An email address in its one form: composed, without surrounding blanks, in lower case. Whether it
 * exists is for the host to find out.
 */
public record Email(String value) implements Comparable<Email> {

  /** An email address has no such form. */
  public static final ErrorCode INVALID = ErrorCode.of("customer.invalid_email");

  private static final char LAST_ASCII = 0x7F;

  public Email {
    String compatible = compatible(Text.name(value, "email"));
    value = Text.name(compatible.strip().toLowerCase(Locale.ROOT), "email");
    int at = value.indexOf('@');
    if (at < 1
        || at != value.lastIndexOf('@')
        || at == value.length() - 1
        || hasWhitespace(value)) {
      throw new InvalidInputException(
          INVALID, "email", value, "must be one address, such as ada@example.com");
    }
  }

  public static Email of(String value) {
    return new Email(value);
  }

  /** The common case first: a letter without accents is what it is, in any form. */
  private static String compatible(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > LAST_ASCII) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC);
      }
    }
    return value;
  }

  private static boolean hasWhitespace(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isWhitespace(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(Email other) {
    return value.compareTo(other.value);
  }

  /** For logs: the address itself, {@link #value}, does not stand in it. */
  @Override
  public String toString() {
    return "Email[***]";
  }
}
