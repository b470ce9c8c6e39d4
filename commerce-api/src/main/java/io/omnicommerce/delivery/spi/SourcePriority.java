package io.omnicommerce.delivery.spi;

import java.util.Objects;
import java.util.Set;

/**
 * The channel's order of locations: each unit costs the rank of its place, so that a place is
 * emptied before the next. The default.
 */
public record SourcePriority() implements SourcingCost {

  @Override
  public String name() {
    return "source_priority";
  }

  @Override
  public Tariff tariff(SourcingRequest request) {
    Objects.requireNonNull(request, "request");
    return new Tariff() {
      @Override
      public long unit(SourcingLine line, SourcingPlace place) {
        return place.rank();
      }
    };
  }

  @Override
  public Set<SourcingFact> facts() {
    return Set.of();
  }
}
