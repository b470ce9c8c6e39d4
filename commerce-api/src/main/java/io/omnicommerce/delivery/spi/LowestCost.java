package io.omnicommerce.delivery.spi;

import io.omnicommerce.common.LocationId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Little money: what a parcel and a unit cost that leave a location, in minor units of one currency
 * of the host's choice.
 *
 * @param rates by location
 * @param otherwise where no rate is named
 */
public record LowestCost(Map<LocationId, Rate> rates, Rate otherwise) implements SourcingCost {

  /**
   * What leaving a location costs.
   *
   * @param parcel once an order, from 0
   * @param unit for each smallest unit, from 0
   */
  public record Rate(long parcel, long unit) {
    public Rate {
      if (parcel < 0 || unit < 0) {
        throw new IllegalArgumentException("Costs may not be below zero: " + parcel + ", " + unit);
      }
    }
  }

  public LowestCost {
    rates = Map.copyOf(Objects.requireNonNull(rates, "rates"));
    Objects.requireNonNull(otherwise, "otherwise");
  }

  @Override
  public String name() {
    return "lowest_cost";
  }

  @Override
  public Tariff tariff(SourcingRequest request) {
    Objects.requireNonNull(request, "request");
    return new Tariff() {
      @Override
      public long parcel(SourcingPlace place) {
        return rates.getOrDefault(place.id(), otherwise).parcel();
      }

      @Override
      public long unit(SourcingLine line, SourcingPlace place) {
        return rates.getOrDefault(place.id(), otherwise).unit();
      }
    };
  }

  @Override
  public Set<SourcingFact> facts() {
    return Set.of();
  }
}
