package io.omnicommerce.core.price;

import io.omnicommerce.price.PriceList;
import java.time.Instant;
import java.util.Objects;

/** A price list as it counts from an instant on. */
record ListEdition(Instant since, PriceList value) implements Edition<PriceList> {

  ListEdition {
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(value, "value");
  }
}
