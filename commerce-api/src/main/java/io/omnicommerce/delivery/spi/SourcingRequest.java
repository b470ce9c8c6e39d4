package io.omnicommerce.delivery.spi;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to come from somewhere, and from where it could.
 *
 * @param address where the goods go, if that is known
 * @param pickup where they are picked up, if they are
 * @param lines in the order of the cart
 * @param places the preferred ones first
 * @param limits the most that may be taken of a SKU from all places together, in its smallest unit:
 *     what is left of the channel's allotment; a SKU without one is not limited
 */
public record SourcingRequest(
    ChannelId channel,
    Optional<Address> address,
    Optional<LocationId> pickup,
    List<SourcingLine> lines,
    List<SourcingPlace> places,
    Map<Sku, Long> limits,
    Instant at) {

  public SourcingRequest {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(pickup, "pickup");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    places = List.copyOf(Objects.requireNonNull(places, "places"));
    limits = Map.copyOf(Objects.requireNonNull(limits, "limits"));
    Objects.requireNonNull(at, "at");
  }

  /** The same with other places. */
  public SourcingRequest withPlaces(List<SourcingPlace> with) {
    return new SourcingRequest(channel, address, pickup, lines, with, limits, at);
  }
}
