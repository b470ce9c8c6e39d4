package io.omnicommerce.delivery;

import java.time.Instant;
import java.util.Objects;

/** By when the goods are there: not before the first instant, not after the second. */
public record DeliveryPromise(Instant earliest, Instant latest) {

  public DeliveryPromise {
    Objects.requireNonNull(earliest, "earliest");
    Objects.requireNonNull(latest, "latest");
  }
}
