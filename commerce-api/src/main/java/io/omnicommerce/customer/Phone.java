package io.omnicommerce.customer;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.util.regex.Pattern;

/**
 * A telephone number in its one form: a plus and 7 to 15 digits with the country's code first
 * (E.164).
 */
public record Phone(String value) implements Comparable<Phone> {

  /** A telephone number is not in international form. */
  public static final ErrorCode INVALID = ErrorCode.of("customer.invalid_phone");

  private static final Pattern SEPARATORS = Pattern.compile("[ ()./-]");
  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public Phone {
    value = SEPARATORS.matcher(Text.name(value, "phone")).replaceAll("");
    if (!FORM.matcher(value).matches()) {
      throw new InvalidInputException(
          INVALID,
          "phone",
          value,
          "must begin with a plus and the country's code, such as +44 20 7946 0018");
    }
  }

  public static Phone of(String value) {
    return new Phone(value);
  }

  @Override
  public int compareTo(Phone other) {
    return value.compareTo(other.value);
  }

  /** For logs: the number itself, {@link #value}, does not stand in it. */
  @Override
  public String toString() {
    return "Phone[***]";
  }
}
