package io.omnicommerce.delivery.spi;

import io.omnicommerce.common.LocationId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Short ways: each line costs the meters from its place to the address. Where one of them is not
 * known, the way counts as half around the earth. What goes to no address costs nothing.
 */
public record NearestFirst(Distances distances) implements SourcingCost {

  private static final long FAR_METERS = 20_037_508;

  public NearestFirst {
    Objects.requireNonNull(distances, "distances");
  }

  @Override
  public String name() {
    return "nearest_first";
  }

  @Override
  public Tariff tariff(SourcingRequest request) {
    Map<LocationId, Long> meters = new HashMap<>();
    request.places().forEach(place -> meters.put(place.id(), meters(request, place)));
    return new Tariff() {
      @Override
      public long line(SourcingLine line, SourcingPlace place) {
        return meters.getOrDefault(place.id(), FAR_METERS);
      }
    };
  }

  private long meters(SourcingRequest request, SourcingPlace place) {
    if (request.address().isEmpty()) {
      return 0;
    }
    return place
        .location()
        .map(from -> distances.meters(from, request.address().get()).orElse(FAR_METERS))
        .orElse(FAR_METERS);
  }
}
