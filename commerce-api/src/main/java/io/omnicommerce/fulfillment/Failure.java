package io.omnicommerce.fulfillment;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that did not work out, kept as such.
 *
 * @param shipment the parcel that was not delivered
 * @param missing of a short pick, what was not there
 * @param reason in words
 */
public record Failure(
    Kind kind, Optional<Integer> shipment, Optional<Missing> missing, String reason, Instant at) {

  /** What did not work out. */
  public enum Kind {
    /** Goods were not where they should have been. */
    SHORT_PICK,
    /** A parcel did not reach the customer. */
    DELIVERY,
    /** Somebody came, and nothing was handed over. */
    PICKUP
  }

  /** Goods that were not there. */
  public record Missing(LineId line, Quantity quantity) {
    public Missing {
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(quantity, "quantity");
    }
  }

  public Failure {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(missing, "missing");
    reason = Text.name(reason, "reason");
    Objects.requireNonNull(at, "at");
  }
}
