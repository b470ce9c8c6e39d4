package io.omnicommerce.promotion;

import io.omnicommerce.common.TimeWindow;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Many coupons that open one promotion, as one document: their codes are not stored but follow from
 * a secret that the library keeps with the batch, such as {@code SPRING-7K2Q9-XM4CD}. All codes of
 * a batch differ, none can be worked out from others, and of all texts of the form at most one in
 * {@value #GUESSES_MIN} is a code. What is counted for a code is counted once it is used.
 *
 * <p>Capitals, blanks and dashes do not matter when a code is typed, wherever they stand. A coupon
 * that is saved under a code of the batch counts in its place: so one code can be revoked, or last
 * longer.
 *
 * @param prefix what all its codes begin with and the batch is known by: 1 to {@value
 *     #PREFIX_LENGTH_MAX} letters and digits
 * @param promotion what they open; a promotion that is given on coupon only
 * @param length how many characters follow the prefix, {@value #LENGTH_MIN} to {@value #LENGTH_MAX}
 * @param count how many codes there are; may grow later, and codes that were handed out stay
 * @param window when they count
 * @param enabled whether they count at all
 * @param usesMax how many orders may use each code; without a limit if empty
 * @param usesPerCustomerMax how many orders of one customer may use codes of the batch, together;
 *     without a limit if empty
 * @param restoredOnCancel whether a cancelled order gives its use back; as the market's convention
 *     says if empty
 */
public record CouponBatch(
    String prefix,
    PromotionId promotion,
    CodeAlphabet alphabet,
    int length,
    long count,
    TimeWindow window,
    boolean enabled,
    OptionalLong usesMax,
    OptionalLong usesPerCustomerMax,
    Optional<Boolean> restoredOnCancel) {

  /** The longest prefix. */
  public static final int PREFIX_LENGTH_MAX = 24;

  /** The fewest characters behind the prefix. */
  public static final int LENGTH_MIN = 4;

  /** The most characters behind the prefix. */
  public static final int LENGTH_MAX = 24;

  /** The most codes of a batch. */
  public static final long COUNT_MAX = 10_000_000;

  /** So many texts there are for each code, at least. */
  public static final long GUESSES_MIN = 1_000_000;

  private static final int LENGTH_STANDARD = 10;
  private static final Pattern PREFIX = Pattern.compile("[A-Z0-9]{1," + PREFIX_LENGTH_MAX + "}");

  public CouponBatch {
    prefix = Objects.requireNonNull(prefix, "prefix").toUpperCase(Locale.ROOT);
    Objects.requireNonNull(promotion, "promotion");
    Objects.requireNonNull(alphabet, "alphabet");
    Objects.requireNonNull(window, "window");
    Coupon.checkUses(Objects.requireNonNull(usesMax, "usesMax"), "usesMax");
    Coupon.checkUses(
        Objects.requireNonNull(usesPerCustomerMax, "usesPerCustomerMax"), "usesPerCustomerMax");
    Objects.requireNonNull(restoredOnCancel, "restoredOnCancel");
    if (!PREFIX.matcher(prefix).matches()) {
      throw Promotion.invalid(
          "prefix", prefix, "must be 1 to " + PREFIX_LENGTH_MAX + " letters and digits of ASCII");
    }
    if (count < 1 || count > COUNT_MAX) {
      throw Promotion.invalid("count", count, "must be from 1 to " + COUNT_MAX);
    }
    checkLength(alphabet, length, count);
  }

  private static void checkLength(CodeAlphabet alphabet, int length, long count) {
    if (length < LENGTH_MIN || length > LENGTH_MAX) {
      throw Promotion.invalid("length", length, "must be from " + LENGTH_MIN + " to " + LENGTH_MAX);
    }
    BigInteger texts = BigInteger.valueOf(alphabet.size()).pow(length);
    BigInteger needed = BigInteger.valueOf(count).multiply(BigInteger.valueOf(GUESSES_MIN));
    if (texts.compareTo(needed) < 0) {
      throw Promotion.invalid(
          "length", length, "is so short that codes could be guessed; make codes longer or fewer");
    }
  }

  /** Codes of ten letters and digits, each for one order. */
  public static CouponBatch of(String prefix, PromotionId promotion, long count) {
    return new CouponBatch(
        prefix,
        promotion,
        CodeAlphabet.LETTERS_AND_DIGITS,
        LENGTH_STANDARD,
        count,
        TimeWindow.ALWAYS,
        true,
        OptionalLong.of(1),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** With codes of so many of these characters. */
  public CouponBatch withCodes(CodeAlphabet ofThese, int soMany) {
    Objects.requireNonNull(ofThese, "ofThese");
    return new CouponBatch(
        prefix,
        promotion,
        ofThese,
        soMany,
        count,
        window,
        enabled,
        usesMax,
        usesPerCustomerMax,
        restoredOnCancel);
  }

  /** This batch with so many codes; those that were handed out stay when it grows. */
  public CouponBatch withCount(long with) {
    return new CouponBatch(
        prefix,
        promotion,
        alphabet,
        length,
        with,
        window,
        enabled,
        usesMax,
        usesPerCustomerMax,
        restoredOnCancel);
  }

  /** This batch, within a stretch of time. */
  public CouponBatch withWindow(TimeWindow with) {
    return new CouponBatch(
        prefix,
        promotion,
        alphabet,
        length,
        count,
        with,
        enabled,
        usesMax,
        usesPerCustomerMax,
        restoredOnCancel);
  }

  /** This batch, switched on or off. */
  public CouponBatch withEnabled(boolean with) {
    return new CouponBatch(
        prefix,
        promotion,
        alphabet,
        length,
        count,
        window,
        with,
        usesMax,
        usesPerCustomerMax,
        restoredOnCancel);
  }

  /**
   * With limits of uses; empty for none.
   *
   * @param ofEach of each code
   * @param perCustomer of one customer's, of all codes together
   */
  public CouponBatch withUses(OptionalLong ofEach, OptionalLong perCustomer) {
    Objects.requireNonNull(ofEach, "ofEach");
    Objects.requireNonNull(perCustomer, "perCustomer");
    return new CouponBatch(
        prefix,
        promotion,
        alphabet,
        length,
        count,
        window,
        enabled,
        ofEach,
        perCustomer,
        restoredOnCancel);
  }

  /**
   * This batch, whose cancelled orders give their use back or not, whatever the market's convention
   * says.
   */
  public CouponBatch withRestoredOnCancel(boolean with) {
    return new CouponBatch(
        prefix,
        promotion,
        alphabet,
        length,
        count,
        window,
        enabled,
        usesMax,
        usesPerCustomerMax,
        Optional.of(with));
  }
}
