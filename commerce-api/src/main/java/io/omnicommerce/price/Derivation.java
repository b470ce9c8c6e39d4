package io.omnicommerce.price;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * How a list computes the prices that it has not got itself from those of another list, its source.
 * Only the source's rows count here, and their windows and conditions: whether the source itself is
 * for the caller does not matter. What is computed is rounded once, then raised to the floor; a
 * list computed from a computed list begins with the rounded price.
 *
 * @param source the list whose prices are taken, in the same currency
 * @param formula what becomes of them
 * @param rate the formula's figure, as a fraction: 0.9, not 90
 * @param rounding how the result is rounded
 * @param decimals to how many decimals, 0 to {@value UnitPrice#SCALE_MAX}
 * @param floor the lowest price that is computed; the floor of the source's entry counts as well
 */
public record Derivation(
    PriceListId source,
    Formula formula,
    BigDecimal rate,
    Rounding rounding,
    int decimals,
    Optional<UnitPrice> floor) {

  /** The most steps that may lie between a list and the last source of its prices. */
  public static final int DEPTH_MAX = 8;

  /** The largest factor by which a price is multiplied. */
  public static final BigDecimal FACTOR_MAX = BigDecimal.valueOf(1_000);

  /** The most decimals of a rate. */
  public static final int RATE_DECIMALS_MAX = 10;

  /**
   * A list cannot be computed as it says: a rate out of range, sources in a circle or too deep.
   * Facts: field with the path, given.
   */
  public static final ErrorCode INVALID = ErrorCode.of("price.invalid_derivation");

  /** How a price becomes another. */
  public enum Formula {
    /** Price × rate: a parent list with a factor. Above 0, at most 1,000. */
    FACTOR {
      @Override
      boolean allows(BigDecimal rate) {
        return rate.signum() > 0 && rate.compareTo(FACTOR_MAX) <= 0;
      }

      @Override
      BigDecimal apply(BigDecimal price, BigDecimal rate, int decimals, RoundingMode mode) {
        return price.multiply(rate).setScale(decimals, mode);
      }
    },
    /** Cost × (1 + rate): cost plus. From 0 to 999. */
    MARKUP {
      @Override
      boolean allows(BigDecimal rate) {
        return rate.signum() >= 0 && FACTOR.allows(BigDecimal.ONE.add(rate));
      }

      @Override
      BigDecimal apply(BigDecimal price, BigDecimal rate, int decimals, RoundingMode mode) {
        return FACTOR.apply(price, BigDecimal.ONE.add(rate), decimals, mode);
      }
    },
    /** Cost / (1 − rate): so much of the price is margin. From 0 to 0.999. */
    MARGIN {
      @Override
      boolean allows(BigDecimal rate) {
        return rate.signum() >= 0 && rate.compareTo(MARGIN_MAX) <= 0;
      }

      @Override
      BigDecimal apply(BigDecimal price, BigDecimal rate, int decimals, RoundingMode mode) {
        return price.divide(BigDecimal.ONE.subtract(rate), decimals, mode);
      }
    };

    abstract boolean allows(BigDecimal rate);

    abstract BigDecimal apply(BigDecimal price, BigDecimal rate, int decimals, RoundingMode mode);
  }

  private static final BigDecimal MARGIN_MAX = BigDecimal.valueOf(999, 3);

  public Derivation {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(formula, "formula");
    rate = checkedRate(formula, Objects.requireNonNull(rate, "rate"));
    Objects.requireNonNull(rounding, "rounding");
    if (decimals < 0 || decimals > UnitPrice.SCALE_MAX) {
      throw invalid(
          "derivation.decimals",
          Integer.toString(decimals),
          "must be from 0 to " + UnitPrice.SCALE_MAX);
    }
    Objects.requireNonNull(floor, "floor");
  }

  /** The source's price times a factor, rounded half up. */
  public static Derivation factor(PriceListId source, String factor, int decimals) {
    return half(source, Formula.FACTOR, factor, "factor", decimals);
  }

  /** The source's price and a markup on it, rounded half up: 0.25 makes 12.50 of 10.00. */
  public static Derivation markup(PriceListId source, String markup, int decimals) {
    return half(source, Formula.MARKUP, markup, "markup", decimals);
  }

  /** A price of which so much is margin, rounded half up: 0.2 makes 12.50 of 10.00. */
  public static Derivation margin(PriceListId source, String margin, int decimals) {
    return half(source, Formula.MARGIN, margin, "margin", decimals);
  }

  /** This derivation with another rounding of what it gives. */
  public Derivation withRounding(Rounding with) {
    return new Derivation(source, formula, rate, with, decimals, floor);
  }

  /** The same, but never below a price. */
  public Derivation withFloor(UnitPrice with) {
    Objects.requireNonNull(with, "floor");
    return new Derivation(source, formula, rate, rounding, decimals, Optional.of(with));
  }

  /**
   * What becomes of a price of the source, before any floor.
   *
   * @throws io.omnicommerce.money.ArithmeticOverflowException if it cannot be held
   */
  public UnitPrice apply(UnitPrice price) {
    return UnitPrice.of(
        formula.apply(price.toBigDecimal(), rate, decimals, rounding.mode()), price.currency());
  }

  private static Derivation half(
      PriceListId source, Formula formula, String rate, String name, int decimals) {
    return new Derivation(
        source,
        formula,
        new BigDecimal(checkedText(rate, name)),
        Rounding.HALF_UP,
        decimals,
        Optional.empty());
  }

  private static String checkedText(String rate, String name) {
    Objects.requireNonNull(rate, name);
    if (!rate.matches("-?[0-9]{1,10}(\\.[0-9]{1,12})?")) {
      throw invalid("derivation.rate", rate, "must be a number such as 0.9");
    }
    return rate;
  }

  /** The length comes first: a number of a million digits is not looked at. */
  private static BigDecimal checkedRate(Formula formula, BigDecimal rate) {
    boolean sane = Math.abs((long) rate.scale()) <= 100 && rate.unscaledValue().bitLength() <= 333;
    if (!sane || !formula.allows(rate)) {
      throw invalid(
          "derivation.rate",
          sane ? rate.toPlainString() : "out of bounds",
          "must be above 0 and at most 1000 for a factor, from 0 to 999 for a markup, from 0 to"
              + " 0.999 for a margin");
    }
    BigDecimal plain = rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
    if (plain.scale() > RATE_DECIMALS_MAX) {
      throw invalid(
          "derivation.rate",
          rate.toPlainString(),
          "may have at most " + RATE_DECIMALS_MAX + " decimals");
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static InvalidInputException invalid(String path, String given, String rule) {
    return new InvalidInputException(INVALID, path, given, rule);
  }
}
