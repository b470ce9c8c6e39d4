package io.omnicommerce.delivery.spi;

import io.omnicommerce.channel.Location;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.delivery.DeliveryService;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Ships from locations of some kinds only; a pickup is handed over where it is picked up, whatever
 * that is.
 */
public record OnlyKinds(Set<Location.Kind> kinds) implements SourceRule {

  public OnlyKinds {
    kinds = Set.copyOf(Objects.requireNonNull(kinds, "kinds"));
  }

  @Override
  public Optional<Refusal> refusal(SourcingRequest request, SourcingPlace place) {
    Optional<Location.Kind> kind = place.location().map(Location::kind);
    return request.pickup().isPresent() || kind.filter(kinds::contains).isPresent()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                DeliveryService.SOURCE_NOT_ELIGIBLE,
                place.id() + " does not ship.",
                Facts.of("location", place.id(), "kind", kind.map(Enum::name).orElse(""))));
  }
}
