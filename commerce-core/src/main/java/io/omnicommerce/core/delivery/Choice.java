package io.omnicommerce.core.delivery;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.inventory.Counts;
import io.omnicommerce.delivery.spi.ShelfRule;
import io.omnicommerce.delivery.spi.SourceRule;
import io.omnicommerce.delivery.spi.Sourcing;
import io.omnicommerce.delivery.spi.SourcingCost;
import io.omnicommerce.delivery.spi.SourcingLine;
import io.omnicommerce.delivery.spi.SourcingPart;
import io.omnicommerce.delivery.spi.SourcingPlace;
import io.omnicommerce.delivery.spi.SourcingRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the goods of a request come from.
 *
 * @param request what was chosen from: the places that may be sources, with what they may give
 * @param refused why others may not be
 * @param costs what counted
 */
record Choice(
    SourcingRequest request,
    Map<LocationId, Refusal> refused,
    List<SourcingCost> costs,
    boolean splits,
    SourcingProblem problem,
    SourcingSearch.Found found) {

  static Choice of(
      Sourcing sourcing, SourcingRequest asked, List<SourcingCost> costs, boolean splits) {
    Map<LocationId, Refusal> refused = new LinkedHashMap<>();
    List<SourcingPlace> places = new ArrayList<>(asked.places().size());
    for (SourcingPlace place : asked.places()) {
      Optional<Refusal> why = refusal(sourcing.eligible(), asked, place);
      if (why.isPresent()) {
        refused.put(place.id(), why.get());
      } else {
        places.add(spared(sourcing.shelves(), asked, place));
      }
    }
    SourcingRequest request = asked.withPlaces(places);
    SourcingProblem problem = new SourcingProblem(request, costs);
    return new Choice(
        request,
        refused,
        costs,
        splits,
        problem,
        SourcingSearch.best(problem, splits, sourcing.effort()));
  }

  private static Optional<Refusal> refusal(
      List<SourceRule> rules, SourcingRequest request, SourcingPlace place) {
    for (SourceRule rule : rules) {
      Optional<Refusal> why = rule.refusal(request, place);
      if (why.isPresent()) {
        return why;
      }
    }
    return Optional.empty();
  }

  private static SourcingPlace spared(
      List<ShelfRule> rules, SourcingRequest request, SourcingPlace place) {
    if (rules.isEmpty()) {
      return place;
    }
    Map<Sku, Long> units = new HashMap<>();
    place.units().forEach((sku, there) -> units.put(sku, spare(rules, request, place, sku, there)));
    return place.withUnits(units);
  }

  private static long spare(
      List<ShelfRule> rules, SourcingRequest request, SourcingPlace place, Sku sku, long there) {
    long units = there;
    for (ShelfRule rule : rules) {
      units = units <= 0 ? 0 : Math.min(units, rule.spare(request, place, sku, units));
    }
    return Math.max(0, units);
  }

  SourcingPlace place(SourcingSearch.Take take) {
    return request.places().get(take.place());
  }

  /** What places have left of a SKU, nothing where nothing may come from. */
  List<Quantity> left(CatalogEntry entry, List<LocationId> sources) {
    Map<LocationId, Long> left = new HashMap<>();
    request.places().forEach(place -> left.put(place.id(), place.unitsOf(entry.sku())));
    for (SourcingSearch.Take take : found.takes()) {
      if (take.place() >= 0) {
        left.merge(place(take).id(), -taken(take, entry.sku()), Long::sum);
      }
    }
    return sources.stream()
        .map(source -> Counts.quantity(left.getOrDefault(source, 0L), entry.unit().decimals()))
        .toList();
  }

  /** What all places together have of a SKU, at most so many. */
  Quantity available(CatalogEntry entry, long most) {
    long units = 0;
    for (SourcingPlace place : request.places()) {
      units = Counts.sum(units, place.unitsOf(entry.sku()));
    }
    return Counts.quantity(Math.min(units, most), entry.unit().decimals());
  }

  /** The lines of which something comes from nowhere. */
  Set<Integer> missing() {
    return found.takes().stream()
        .filter(take -> take.place() < 0)
        .map(SourcingSearch.Take::line)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What lines take that come whole from shelves. */
  Map<Sku, Long> takenByWhole() {
    Set<Integer> missing = missing();
    Map<Sku, Long> taken = new HashMap<>();
    for (SourcingSearch.Take take : found.takes()) {
      if (!missing.contains(take.line())) {
        for (SourcingPart part : request.lines().get(take.line()).parts()) {
          taken.merge(part.sku(), part.units() * take.units(), Long::sum);
        }
      }
    }
    return taken;
  }

  /** What a take takes of a SKU. */
  long taken(SourcingSearch.Take take, Sku sku) {
    SourcingLine line = request.lines().get(take.line());
    return line.parts().stream()
        .filter(part -> part.sku().equals(sku))
        .mapToLong(SourcingPart::units)
        .map(units -> units * take.units())
        .sum();
  }
}
