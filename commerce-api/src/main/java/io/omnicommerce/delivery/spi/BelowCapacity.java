package io.omnicommerce.delivery.spi;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.delivery.DeliveryService;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gives no more work to a location than it can do: one that has as many open jobs as it can take is
 * no source until some of them are done. It is looked at, not counted: orders placed at the same
 * instant may bring a few more.
 *
 * @param jobsMax by location, how many jobs may be open; a location that is not named takes any
 */
public record BelowCapacity(Map<LocationId, Long> jobsMax) implements SourceRule {

  public BelowCapacity {
    jobsMax = Map.copyOf(Objects.requireNonNull(jobsMax, "jobsMax"));
  }

  @Override
  public Optional<Refusal> refusal(SourcingRequest request, SourcingPlace place) {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(place, "place");
    long max = jobsMax.getOrDefault(place.id(), Long.MAX_VALUE);
    return place.openJobs() < max
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                DeliveryService.SOURCE_NOT_ELIGIBLE,
                place.id() + " has " + place.openJobs() + " open jobs and takes up to " + max + ".",
                Facts.of("location", place.id(), "openJobs", place.openJobs())
                    .with("jobsMax", max)));
  }

  @Override
  public Set<SourcingFact> facts() {
    return Set.of(SourcingFact.OPEN_JOBS);
  }
}
