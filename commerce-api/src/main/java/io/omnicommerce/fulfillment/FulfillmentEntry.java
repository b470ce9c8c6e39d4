package io.omnicommerce.fulfillment;

import java.time.Instant;
import java.util.Objects;

/**
 * What was done at a location for a job.
 *
 * @param what as the event that told it is called, without its room: {@code picked}, {@code
 *     shipped}; of what was agreed on a pickup, what it was: {@code deputy}, {@code slot}
 * @param by who did it, as {@code Actor.label()} writes it
 */
public record FulfillmentEntry(Instant at, String what, String by) {

  public FulfillmentEntry {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(by, "by");
  }
}
