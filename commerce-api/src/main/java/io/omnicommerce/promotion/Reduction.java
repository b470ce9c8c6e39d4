package io.omnicommerce.promotion;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a unit becomes cheaper by: a percentage or an amount, one of the two.
 *
 * @param percent from 0 to 100, with at most 4 decimals
 */
public record Reduction(Optional<BigDecimal> percent, Optional<Amount> amount) {

  public Reduction {
    Objects.requireNonNull(percent, "percent");
    Objects.requireNonNull(amount, "amount");
    percent = percent.map(given -> Promotion.percent(given, "percent"));
    if (percent.isPresent() == amount.isPresent()) {
      throw Promotion.invalid("reduction", this, "must be a percentage or an amount");
    }
  }

  /** So many percent off a unit. */
  public static Reduction percent(BigDecimal percent) {
    return new Reduction(Optional.of(Objects.requireNonNull(percent, "percent")), Optional.empty());
  }

  /** An amount off a unit, in each currency it is given in. */
  public static Reduction amount(Amount amount) {
    return new Reduction(Optional.empty(), Optional.of(Objects.requireNonNull(amount, "amount")));
  }
}
