package io.omnicommerce.value;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.util.Locale;
import java.util.Objects;

/**
 * The code of a gift card as it is compared: as a coupon's, and without regard to case and dashes.
 * So {@code " 7k2q9–xm4cd "} is {@code 7K2Q9XM4CD}. It stands in no message, log or event.
 *
 * @param value {@value #LENGTH_MIN} to {@value Text#ID_LENGTH_MAX} characters of visible ASCII
 */
public record GiftCardCode(String value) {

  /** The fewest characters of a code, dashes not counted: fewer could be guessed. */
  public static final int LENGTH_MIN = 8;

  public GiftCardCode {
    value = canonical(Objects.requireNonNull(value, "value"));
    if (value.length() < LENGTH_MIN) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED,
          "giftCard",
          "***",
          "must be at least " + LENGTH_MIN + " letters and digits");
    }
  }

  /**
   * @throws InvalidInputException {@code input.*}, showing nothing of what was given
   */
  public static GiftCardCode of(String given) {
    return new GiftCardCode(Objects.requireNonNull(given, "given"));
  }

  private static String canonical(String given) {
    return Text.code(given, "giftCard").replace("-", "").toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "***";
  }
}
