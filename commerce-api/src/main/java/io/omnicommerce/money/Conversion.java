package io.omnicommerce.money;

import io.omnicommerce.common.InvalidInputException;
import java.util.Objects;

/**
 * A converted amount with everything needed to convert it again: it is stored whole, and {@code
 * rate.convert(source, rounding)} gives the same target for ever. A target that does not follow
 * from the rest is refused. Converting back is another conversion, and need not lead back.
 *
 * @param rate the rate that was used
 * @param source what was converted
 * @param target what it became
 * @param rounding how it was rounded
 */
public record Conversion(ExchangeRate rate, Money source, Money target, Rounding rounding) {

  public Conversion {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(rounding, "rounding");
    if (!rate.target(source, rounding).equals(target)) {
      throw new InvalidInputException(
          Money.INVALID,
          "target",
          target.toString(),
          "must be " + source + " at the rate " + rate.rate());
    }
  }
}
