package io.omnicommerce.core.price;

import java.time.Instant;

/** What was decided about a list or an entry, from an instant until the next edition. */
interface Edition<T> {

  Instant since();

  T value();
}
