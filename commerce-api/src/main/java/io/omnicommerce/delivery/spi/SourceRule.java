package io.omnicommerce.delivery.spi;

import io.omnicommerce.common.Refusal;
import java.util.Optional;
import java.util.Set;

/** Says whether a location may be a source at all. Pure: called inside a transaction. */
@FunctionalInterface
public interface SourceRule {

  /** Why nothing may come from a place, or empty if something may. */
  Optional<Refusal> refusal(SourcingRequest request, SourcingPlace place);

  /** What it asks about places; by default what is known of the location. */
  default Set<SourcingFact> facts() {
    return Set.of(SourcingFact.LOCATION);
  }
}
