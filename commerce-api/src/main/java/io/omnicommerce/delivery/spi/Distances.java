package io.omnicommerce.delivery.spi;

import io.omnicommerce.channel.Location;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.GeoPoint;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * How far addresses are from locations. Called inside a transaction: it answers from what it has in
 * memory, such as a table of postal codes, and asks nobody.
 */
@FunctionalInterface
public interface Distances {

  /** Meters, or empty if that is not known. */
  OptionalLong meters(Location from, Address to);

  /**
   * As the crow flies, between the point of the location and the one that is known of an address.
   */
  static Distances byPoint(Function<Address, Optional<GeoPoint>> points) {
    Objects.requireNonNull(points, "points");
    return (from, to) ->
        from.point()
            .flatMap(start -> points.apply(to).map(start::metersTo))
            .map(OptionalLong::of)
            .orElseGet(OptionalLong::empty);
  }
}
