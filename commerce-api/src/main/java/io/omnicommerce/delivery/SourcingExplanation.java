package io.omnicommerce.delivery;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where goods would come from, and why not from elsewhere.
 *
 * @param places each location that was looked at, in the channel's order
 */
public record SourcingExplanation(SourcingPlan plan, List<PlaceVerdict> places) {

  /**
   * What became of a location.
   *
   * @param lines the lines of which something comes from there, by their place in the question
   * @param why why nothing comes from there: {@code delivery.source_not_eligible}, or the code that
   *     a rule of the host's gives, {@code delivery.source_empty}, {@code delivery.source_short},
   *     {@code delivery.source_costs_more}
   */
  public record PlaceVerdict(LocationId location, List<Integer> lines, Optional<Refusal> why) {
    public PlaceVerdict {
      Objects.requireNonNull(location, "location");
      lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
      Objects.requireNonNull(why, "why");
    }
  }

  public SourcingExplanation {
    Objects.requireNonNull(plan, "plan");
    places = List.copyOf(Objects.requireNonNull(places, "places"));
  }

  /** Why nothing comes from a location; empty if something does, or it was not looked at. */
  public Optional<Refusal> whyNot(LocationId location) {
    Objects.requireNonNull(location, "location");
    return places.stream()
        .filter(place -> place.location().equals(location))
        .findFirst()
        .flatMap(PlaceVerdict::why);
  }
}
