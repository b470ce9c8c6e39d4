package io.omnicommerce.order;

import java.time.Instant;
import java.util.Objects;

/**
 * A reason that stops an order until somebody takes it back.
 *
 * @param note what exactly
 * @param by who stopped it, as {@code Actor.label()} writes it
 */
public record OrderHold(HoldReason reason, String note, String by, Instant since) {

  public OrderHold {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(since, "since");
  }
}
