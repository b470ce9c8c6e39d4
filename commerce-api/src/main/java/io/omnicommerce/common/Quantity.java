package io.omnicommerce.common;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How many, or how much, of a SKU: never negative, exact, with up to {@value #SCALE_MAX} decimals
 * for what is sold by weight or length. Zero is a quantity, but no line has it. Equal amounts are
 * equal: 1.50 is 1.5.
 *
 * @param unscaled the amount in units of 10<sup>-scale</sup>
 * @param scale the number of decimals, as few as the amount needs
 */
public record Quantity(long unscaled, int scale) implements Comparable<Quantity> {

  /** The most decimals a quantity can have. */
  public static final int SCALE_MAX = 6;

  /** The largest amount in units of the last decimal. */
  public static final long UNSCALED_MAX = 1_000_000_000_000L;

  /** A quantity is negative, too fine, below or off its steps, or not a number. */
  public static final ErrorCode INVALID = ErrorCode.of("quantity.invalid");

  /** A quantity is larger than any can be. */
  public static final ErrorCode LIMIT_EXCEEDED = ErrorCode.of("quantity.limit_exceeded");

  /** Nothing. */
  public static final Quantity ZERO = new Quantity(0, 0);

  /** Most that people buy are these: held once, however many carts and orders hold them. */
  private static final Quantity[] SMALL = small();

  /** One unit. */
  public static final Quantity ONE = new Quantity(1, 0);

  public Quantity {
    if (unscaled < 0) {
      throw new InvalidInputException(
          INVALID,
          "quantity",
          BigDecimal.valueOf(unscaled, scale).toString(),
          "may not be negative");
    }
    if (scale < 0 || scale > SCALE_MAX) {
      throw tooFine(Integer.toString(scale));
    }
    while (scale > 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      scale--;
    }
    if (unscaled > UNSCALED_MAX) {
      throw tooMuch();
    }
  }

  public static Quantity of(long units) {
    return units >= 0 && units < SMALL.length ? SMALL[(int) units] : new Quantity(units, 0);
  }

  private static Quantity[] small() {
    Quantity[] small = new Quantity[256];
    for (int units = 0; units < small.length; units++) {
      small[units] = new Quantity(units, 0);
    }
    return small;
  }

  /**
   * @throws InvalidInputException {@code quantity.invalid} if negative or finer than {@value
   *     #SCALE_MAX} decimals
   * @throws LimitExceededException {@code quantity.limit_exceeded}
   */
  public static Quantity of(BigDecimal amount) {
    Objects.requireNonNull(amount, "amount");
    if (amount.signum() == 0) {
      return ZERO;
    }
    // Scale and length first: expanding 1E+1000000000 would exhaust memory before any limit could
    // speak. Counting bits is instant; counting the digits of a long number is not.
    if (amount.scale() > 100) {
      throw tooFine(Integer.toString(amount.scale()));
    }
    if (amount.unscaledValue().bitLength() > 400
        || (long) amount.precision() - amount.scale() > 19) {
      throw tooMuch();
    }
    BigDecimal plain = amount.stripTrailingZeros();
    if (plain.scale() > SCALE_MAX) {
      throw tooFine(Integer.toString(plain.scale()));
    }
    int scale = Math.max(plain.scale(), 0);
    try {
      return ofUnits(plain.setScale(scale).unscaledValue().longValueExact(), scale);
    } catch (ArithmeticException beyondLong) {
      throw tooMuch();
    }
  }

  /**
   * Parses digits with an optional decimal point, such as {@code 3} or {@code 1.25}; no sign,
   * exponent, blank or other script.
   *
   * @throws InvalidInputException {@code quantity.invalid}
   */
  public static Quantity parse(String text) {
    Objects.requireNonNull(text, "text");
    if (text.length() > 32 || !isPlainDecimal(text)) {
      throw new InvalidInputException(
          INVALID,
          "quantity",
          text,
          "must be digits with an optional decimal point, such as 3 or 1.25");
    }
    return of(new BigDecimal(text));
  }

  private static boolean isPlainDecimal(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && i > 0 && i < text.length() - 1) {
        points++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return !text.isEmpty() && points <= 1;
  }

  /** Whether it is nothing. */
  public boolean isZero() {
    return unscaled == 0;
  }

  /** Whether it has no decimals. */
  public boolean isWhole() {
    return scale == 0;
  }

  /**
   * The sum of two quantities.
   *
   * @throws LimitExceededException {@code quantity.limit_exceeded} if there would be too much
   */
  public Quantity plus(Quantity other) {
    Objects.requireNonNull(other, "other");
    return of(toBigDecimal().add(other.toBigDecimal()));
  }

  /**
   * The difference of two quantities, which is never below zero.
   *
   * @throws InvalidInputException {@code quantity.invalid} if the other is larger
   */
  public Quantity minus(Quantity other) {
    Objects.requireNonNull(other, "other");
    return of(toBigDecimal().subtract(other.toBigDecimal()));
  }

  /**
   * The amount in whole units of 10<sup>-decimals</sup>, as the ledger counts.
   *
   * @param decimals 0 to {@value #SCALE_MAX}
   * @throws InvalidInputException {@code quantity.invalid} if the amount is finer
   */
  public long toUnits(int decimals) {
    if (decimals > SCALE_MAX) {
      throw tooFine(Integer.toString(decimals));
    }
    if (scale > decimals) {
      throw new InvalidInputException(
          INVALID,
          "quantity",
          toString(),
          "may have at most " + decimals + " decimals in this unit of measure");
    }
    long units = unscaled;
    for (int i = scale; i < decimals; i++) {
      units *= 10; // at most 10^12 times 10^6: always held
    }
    return units;
  }

  /** The quantity that counts so many units of 10<sup>-decimals</sup>. */
  public static Quantity ofUnits(long units, int decimals) {
    return decimals == 0 ? of(units) : new Quantity(units, decimals);
  }

  /** The same number, without trailing zeros. */
  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(unscaled, scale);
  }

  @Override
  public int compareTo(Quantity other) {
    return scale == other.scale
        ? Long.compare(unscaled, other.unscaled)
        : toBigDecimal().compareTo(other.toBigDecimal());
  }

  @Override
  public String toString() {
    return toBigDecimal().toPlainString();
  }

  private static InvalidInputException tooFine(String scale) {
    return new InvalidInputException(
        INVALID, "quantity", scale + " decimals", "may have at most " + SCALE_MAX + " decimals");
  }

  private static LimitExceededException tooMuch() {
    return new LimitExceededException(LIMIT_EXCEEDED, "quantityMax", UNSCALED_MAX, "Ask for less.");
  }
}
