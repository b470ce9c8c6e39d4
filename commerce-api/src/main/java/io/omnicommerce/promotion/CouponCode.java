package io.omnicommerce.promotion;

import io.omnicommerce.common.Text;
import java.text.Normalizer;
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

  private static final int MINUS = '\u2212';

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
        .filter(CouponCode::isSeen)
        .forEach(c -> seen.appendCodePoint(isDash(c) ? '-' : c));
    return Text.secret(seen.toString(), "coupon", Text.ID_LENGTH_MAX);
  }

  private static boolean isSeen(int c) {
    return Character.getType(c) != Character.FORMAT
        && !Character.isWhitespace(c)
        && !Character.isSpaceChar(c);
  }

  /** What keyboards, telephones and paper make of a hyphen. */
  private static boolean isDash(int c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION || c == MINUS;
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
