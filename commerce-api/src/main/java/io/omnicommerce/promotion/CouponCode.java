package io.omnicommerce.promotion;

import io.omnicommerce.common.Text;
import java.util.Locale;
import java.util.Objects;

/**
 * The code of a coupon as it is compared: in Unicode's compatible composed form, without blanks and
 * what cannot be seen, with every dash as a hyphen, in visible ASCII. So {@code " ＳＡＶＥ 10 "} is
 * {@code SAVE10}, and a look-alike in another script is no code at all. Case is kept; whether it
 * counts is a convention of the market.
 *
 * @param value 1 to {@value Text#ID_LENGTH_MAX} characters
 */
public record CouponCode(String value) implements Comparable<CouponCode> {

  public CouponCode {
    value = Text.code(Objects.requireNonNull(value, "value"), "coupon");
  }

  /**
   * @throws io.omnicommerce.common.InvalidInputException {@code input.*}, showing nothing of what
   *     was given
   */
  public static CouponCode of(String given) {
    return new CouponCode(Objects.requireNonNull(given, "given"));
  }

  /** The code as it is found: codes that differ in case only are one. */
  public String key() {
    return value.toUpperCase(Locale.ROOT);
  }

  @Override
  public int compareTo(CouponCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
