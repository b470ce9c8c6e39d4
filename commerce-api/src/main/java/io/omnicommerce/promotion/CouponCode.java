package io.omnicommerce.promotion;

import io.omnicommerce.common.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;

/**
 * The code of a coupon as it is compared: in Unicode's compatible composed form, without what
 * cannot be seen, in visible ASCII. So {@code " ＳＡＶＥ１０ "} is {@code SAVE10}, and a look-alike in
 * another script is no code at all. Case is kept; whether it counts is a convention of the market.
 *
 * @param value 1 to {@value Text#ID_LENGTH_MAX} characters
 */
public record CouponCode(String value) implements Comparable<CouponCode> {

  public CouponCode {
    value = canonical(value);
  }

  /**
   * @throws io.omnicommerce.common.InvalidInputException {@code input.*}, showing nothing of what
   *     was given
   */
  public static CouponCode of(String given) {
    return new CouponCode(Objects.requireNonNull(given, "given"));
  }

  private static String canonical(String given) {
    Objects.requireNonNull(given, "value");
    // Longer than any code could be made of: composing it would be work for nothing.
    String shortened = given.length() > 4 * Text.ID_LENGTH_MAX ? "" : given;
    String composed = Normalizer.normalize(shortened, Normalizer.Form.NFKC);
    StringBuilder seen = new StringBuilder(composed.length());
    composed
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(seen::appendCodePoint);
    return Text.secret(seen.toString().strip(), "coupon", Text.ID_LENGTH_MAX);
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
