package io.omnicommerce.money;

import java.util.Objects;

/**
 * A converted amount with everything needed to convert it again: it is stored whole, and {@code
 * rate.convert(source, rounding)} gives the same target for ever. Converting back is another
 * conversion, and need not lead back.
 */
public record Conversion(ExchangeRate rate, Money source, Money target, Rounding rounding) {

  public Conversion {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(rounding, "rounding");
  }
}
