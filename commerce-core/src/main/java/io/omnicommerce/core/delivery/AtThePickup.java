package io.omnicommerce.core.delivery;

import io.omnicommerce.delivery.spi.SourcingCost;
import io.omnicommerce.delivery.spi.SourcingFact;
import io.omnicommerce.delivery.spi.SourcingLine;
import io.omnicommerce.delivery.spi.SourcingPlace;
import io.omnicommerce.delivery.spi.SourcingRequest;
import java.util.Optional;
import java.util.Set;

/** What lies where it is picked up is there already; all else has to be sent first. */
record AtThePickup() implements SourcingCost {

  @Override
  public String name() {
    return "sent_to_pickup";
  }

  @Override
  public Tariff tariff(SourcingRequest request) {
    return new Tariff() {
      @Override
      public long unit(SourcingLine line, SourcingPlace place) {
        return request.pickup().equals(Optional.of(place.id())) ? 0 : 1;
      }
    };
  }

  @Override
  public Set<SourcingFact> facts() {
    return Set.of();
  }
}
