package io.omnicommerce.fulfillment;

import io.omnicommerce.common.Text;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What left together.
 *
 * @param number its number within the job, from 1
 * @param lines what left: {@code done} is what this shipment took
 * @param tracking the carrier's tracking number
 * @param deliveredAt when it reached the customer, if that is known
 */
public record Shipment(
    int number,
    List<FulfillmentLine> lines,
    Optional<String> tracking,
    Instant at,
    Optional<Instant> deliveredAt) {

  public Shipment {
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    tracking = tracking.map(text -> Text.id(text, "tracking"));
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(deliveredAt, "deliveredAt");
  }

  /** A parcel of which nothing is known yet but that it has left. */
  public Shipment(int number, List<FulfillmentLine> lines, Optional<String> tracking, Instant at) {
    this(number, lines, tracking, at, Optional.empty());
  }

  /** This parcel with the customer. */
  public Shipment withDeliveredAt(Instant with) {
    Objects.requireNonNull(with, "deliveredAt");
    return new Shipment(number, lines, tracking, at, Optional.of(with));
  }
}
