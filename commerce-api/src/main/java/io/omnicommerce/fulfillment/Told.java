package io.omnicommerce.fulfillment;

import java.time.Instant;
import java.util.Objects;

/** What was due of a job and is done. */
public record Told(FulfillmentDue.Kind kind, int number, Instant at) {

  public Told {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    if (number < 1) {
      throw new IllegalArgumentException("What is due is numbered from 1: " + number);
    }
  }
}
