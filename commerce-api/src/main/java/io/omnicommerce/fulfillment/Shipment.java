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
 */
public record Shipment(
    int number, List<FulfillmentLine> lines, Optional<String> tracking, Instant at) {

  public Shipment {
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    tracking = tracking.map(text -> Text.id(text, "tracking"));
    Objects.requireNonNull(at, "at");
  }
}
