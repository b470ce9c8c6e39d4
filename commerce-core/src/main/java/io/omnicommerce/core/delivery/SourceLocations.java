package io.omnicommerce.core.delivery;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.storage.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From where the goods of a sale may come. */
public final class SourceLocations {

  private SourceLocations() {}

  /**
   * The channel's, the preferred ones first. What is picked up comes from that very place, and from
   * the others only if transfers serve it.
   */
  public static List<LocationId> of(
      Session session, ChannelSettings settings, Optional<LocationId> pickup) {
    List<LocationId> channels = settings.channel().sources();
    return pickup.map(place -> behind(session, place, channels)).orElse(channels);
  }

  private static List<LocationId> behind(
      Session session, LocationId place, List<LocationId> channels) {
    boolean served =
        DeliveryDocuments.findHandling(session, place).flatMap(Handling::transfers).isPresent();
    return served
        ? Stream.concat(Stream.of(place), channels.stream()).distinct().toList()
        : List.of(place);
  }
}
