package io.omnicommerce.core.delivery;

import io.omnicommerce.channel.Location;
import io.omnicommerce.delivery.Handling;
import java.util.Optional;

/**
 * A location from which goods come, as far as a promise asks.
 *
 * @param openJobs what it has to do already
 */
public record PromisePlace(Location location, Optional<Handling> handling, long openJobs) {

  OpenTime openTime() {
    return new OpenTime(location.hours(), location.zone());
  }
}
