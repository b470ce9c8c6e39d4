package io.omnicommerce.delivery.spi;

import java.util.Objects;
import java.util.Set;

/** As few places as possible: each from which anything comes costs one. */
public record FewestParcels() implements SourcingCost {

  @Override
  public String name() {
    return "fewest_parcels";
  }

  @Override
  public Tariff tariff(SourcingRequest request) {
    Objects.requireNonNull(request, "request");
    return new Tariff() {
      @Override
      public long parcel(SourcingPlace place) {
        return 1;
      }
    };
  }

  @Override
  public Set<SourcingFact> facts() {
    return Set.of();
  }
}
