package io.omnicommerce.pricing;

import io.omnicommerce.money.Money;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * An amount that did not come out even, and what it became.
 *
 * @param kind what was rounded
 * @param subject the line or charge, if it is one; empty where goods were rounded together
 * @param source what it is of: a price list, a promotion, a tax code
 * @param exact in major units; of what does not end, the first ten decimals
 * @param rounded what it became
 */
public record RoundingStep(
    Kind kind, Optional<LineId> subject, String source, BigDecimal exact, Money rounded) {

  /** What was rounded. */
  public enum Kind {
    /** Unit price times quantity. */
    LINE_AMOUNT,
    /** A percentage; where percentages add up, all of them so far. */
    PERCENTAGE,
    /**
     * A line's share of an amount that was spread. The shares of a spread add up to its amount:
     * whose share is above the exact one has got a remainder cent.
     */
    SHARE,
    /** A tax on a line or charge; where taxes are rounded together, its share of them. */
    TAX
  }

  public RoundingStep {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(exact, "exact");
    Objects.requireNonNull(rounded, "rounded");
  }
}
