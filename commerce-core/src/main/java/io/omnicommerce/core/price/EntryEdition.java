package io.omnicommerce.core.price;

import io.omnicommerce.price.PriceEntry;
import java.time.Instant;
import java.util.Objects;

/** An entry as it counts from an instant on. */
record EntryEdition(Instant since, PriceEntry value) implements Edition<PriceEntry> {

  EntryEdition {
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(value, "value");
  }
}
