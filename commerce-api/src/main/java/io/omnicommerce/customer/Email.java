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

  public Email {
    String compatible = Normalizer.normalize(Text.name(value, "email"), Normalizer.Form.NFKC);
    value = Text.name(compatible.strip().toLowerCase(Locale.ROOT), "email");
    int at = value.indexOf('@');
    if (at < 1
        || at != value.lastIndexOf('@')
        || at == value.length() - 1
        || value.chars().anyMatch(Character::isWhitespace)) {
      throw new InvalidInputException(
          INVALID, "email", value, "must be one address, such as ada@example.com");
    }
  }

  public static Email of(String value) {
    return new Email(value);
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
