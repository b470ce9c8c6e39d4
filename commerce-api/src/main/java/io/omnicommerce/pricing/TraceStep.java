package io.omnicommerce.pricing;

import io.omnicommerce.money.Money;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One cause of one amount.
 *
 * @param kind what happened
 * @param subject the line or charge it happened to
 * @param source what caused it: a price list, a reason, a tax code, a promotion
 * @param delta what it added to the total; zero for what is only said, as included tax is
 * @param exact the amount in major units before rounding, where rounding changed it; of a unit
 *     price that is only said, that price
 */
public record TraceStep(
    Kind kind, LineId subject, String source, Money delta, Optional<BigDecimal> exact) {

  /** What happened. */
  public enum Kind {
    /** A base price list gave the line's price. */
    LIST_PRICE,
    /** A price list of a sale gave the line's price. */
    SALE_PRICE,
    /** A price list that takes the place of the ordinary one gave the line's price. */
    SPECIAL_PRICE,
    /** The list had computed its price from another list, the source; adds nothing of its own. */
    COMPUTED_PRICE,
    /** What a unit costs without the sale or promotion of the catalog; adds nothing of its own. */
    FORMER_PRICE,
    /**
     * What a unit costs in the home market, whose tax was taken out for where the line goes; adds
     * nothing of its own.
     */
    HOME_PRICE,
    /** The computed price was raised to this floor of a unit; adds nothing of its own. */
    RAISED_PRICE,
    /** Somebody set the line's price. */
    OVERRIDDEN_PRICE,
    /** A price that was promised for a while gave the line's price. */
    LOCKED_PRICE,
    /** A catalog promotion had lowered the price that was given; adds nothing of its own. */
    CATALOG_PROMOTION,
    /** The line or charge was adjusted: by a promotion. */
    ADJUSTMENT,
    /** A charge was added. */
    CHARGE,
    /** Tax came on top. */
    TAX_ADDED,
    /** Tax was found inside. */
    TAX_INCLUDED,
    /** No tax was due, for a reason that the source names. */
    TAX_EXEMPT
  }

  public TraceStep {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(delta, "delta");
    Objects.requireNonNull(exact, "exact");
  }
}
