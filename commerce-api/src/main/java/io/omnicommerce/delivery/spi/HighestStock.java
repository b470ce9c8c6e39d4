package io.omnicommerce.delivery.spi;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The place that has most of a SKU first, among equals the channel's preferred one: each unit costs
 * the place of its location in this order. A bundle goes by its first part.
 */
public record HighestStock() implements SourcingCost {

  @Override
  public String name() {
    return "highest_stock";
  }

  @Override
  public Tariff tariff(SourcingRequest request) {
    Map<Sku, Map<LocationId, Integer>> ranks = new HashMap<>();
    for (SourcingLine line : request.lines()) {
      ranks.computeIfAbsent(line.parts().get(0).sku(), sku -> ranks(sku, request.places()));
    }
    return new Tariff() {
      @Override
      public long unit(SourcingLine line, SourcingPlace place) {
        return ranks
            .getOrDefault(line.parts().get(0).sku(), Map.of())
            .getOrDefault(place.id(), request.places().size());
      }
    };
  }

  @Override
  public Set<SourcingFact> facts() {
    return Set.of();
  }

  private static Map<LocationId, Integer> ranks(Sku sku, List<SourcingPlace> places) {
    List<SourcingPlace> ordered =
        places.stream()
            .sorted(Comparator.comparingLong((SourcingPlace place) -> -place.unitsOf(sku)))
            .toList();
    Map<LocationId, Integer> ranks = new HashMap<>();
    ordered.forEach(place -> ranks.put(place.id(), ranks.size()));
    return ranks;
  }
}
