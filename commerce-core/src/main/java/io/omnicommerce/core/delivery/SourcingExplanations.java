package io.omnicommerce.core.delivery;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.SourcingExplanation;
import io.omnicommerce.delivery.SourcingExplanation.PlaceVerdict;
import io.omnicommerce.delivery.SourcingPlan;
import io.omnicommerce.delivery.spi.SourcingLine;
import io.omnicommerce.delivery.spi.SourcingPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Says of a choice what was chosen, and of each place that was not why. A place that could have
 * served a line is compared by what everything would cost with this line from there and all others
 * as they are.
 */
final class SourcingExplanations {

  private final Choice choice;
  private final ToIntFunction<SourcingLine> decimals;

  /**
   * @param decimals of the unit of measure of a line
   */
  SourcingExplanations(Choice choice, ToIntFunction<SourcingLine> decimals) {
    this.choice = choice;
    this.decimals = decimals;
  }

  SourcingExplanation explain(List<LocationId> sources) {
    List<PlaceVerdict> verdicts = new ArrayList<>(sources.size());
    for (LocationId source : sources) {
      verdicts.add(verdict(source));
    }
    return new SourcingExplanation(plan(), verdicts);
  }

  SourcingPlan plan() {
    List<SourcingPlan.Taken> taken = new ArrayList<>();
    List<SourcingPlan.Missing> missing = new ArrayList<>();
    for (SourcingSearch.Take take : choice.found().takes()) {
      SourcingLine line = choice.request().lines().get(take.line());
      Quantity quantity = quantity(line, take.units());
      if (take.place() < 0) {
        missing.add(new SourcingPlan.Missing(line.number(), line.sku(), quantity));
      } else {
        LocationId from = choice.place(take).id();
        taken.add(new SourcingPlan.Taken(line.number(), line.sku(), from, quantity));
      }
    }
    return new SourcingPlan(taken, missing, costs(), choice.found().exact());
  }

  private List<SourcingPlan.Cost> costs() {
    List<SourcingPlan.Cost> costs = new ArrayList<>();
    for (int term = 0; term < choice.costs().size(); term++) {
      costs.add(
          new SourcingPlan.Cost(choice.costs().get(term).name(), choice.found().costs()[term + 1]));
    }
    return costs;
  }

  private PlaceVerdict verdict(LocationId source) {
    Optional<Refusal> refused = Optional.ofNullable(choice.refused().get(source));
    if (refused.isPresent()) {
      return new PlaceVerdict(source, List.of(), refused);
    }
    int place = number(source);
    List<Integer> lines =
        choice.found().takes().stream()
            .filter(take -> take.place() == place)
            .map(SourcingSearch.Take::line)
            .toList();
    return lines.isEmpty()
        ? new PlaceVerdict(source, lines, Optional.of(why(place)))
        : new PlaceVerdict(source, lines, Optional.empty());
  }

  private int number(LocationId source) {
    List<SourcingPlace> places = choice.request().places();
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).id().equals(source)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Nobody looked at " + source);
  }

  /** A line that could have come from there says most; then one of which there is too little. */
  private Refusal why(int place) {
    Optional<Refusal> some = Optional.empty();
    for (SourcingLine line : choice.request().lines()) {
      List<SourcingSearch.Take> others =
          choice.found().takes().stream().filter(take -> take.line() != line.number()).toList();
      long units = possibleBeside(others, line, place);
      if (units >= line.units()) {
        return dearer(others, line, place);
      }
      if (some.isEmpty() && units > 0) {
        some = Optional.of(tooLittle(line, place, units));
      }
    }
    return some.orElseGet(() -> empty(place));
  }

  private long possibleBeside(List<SourcingSearch.Take> others, SourcingLine line, int place) {
    SourcingProblem problem = choice.problem();
    others.forEach(take -> move(problem, take, take.units()));
    long units = problem.possible(line.number(), place);
    others.forEach(take -> move(problem, take, -take.units()));
    return units;
  }

  private static void move(SourcingProblem problem, SourcingSearch.Take take, long units) {
    if (take.place() >= 0) {
      problem.take(take.line(), take.place(), units);
    }
  }

  private Refusal dearer(List<SourcingSearch.Take> others, SourcingLine line, int place) {
    List<SourcingSearch.Take> moved = new ArrayList<>(others);
    moved.add(new SourcingSearch.Take(line.number(), place, line.units()));
    long[] here = choice.problem().costs(moved);
    long[] chosen = choice.found().costs();
    int term = 1;
    while (term < here.length - 1 && here[term] == chosen[term]) {
      term++;
    }
    String cost = choice.costs().get(term - 1).name();
    boolean equal = here[term] == chosen[term];
    return Refusal.of(
        DeliveryService.SOURCE_COSTS_MORE,
        "With "
            + line.sku()
            + " from "
            + id(place)
            + " everything costs "
            + (equal ? "as much, " : "more, ")
            + here[term]
            + " by "
            + cost
            + "; chosen: "
            + chosen[term]
            + ".",
        Facts.of("location", id(place), "sku", line.sku())
            .with("cost", cost)
            .with("here", here[term])
            .with("chosen", chosen[term]));
  }

  private Refusal tooLittle(SourcingLine line, int place, long units) {
    Quantity there = quantity(line, units);
    Quantity wanted = quantity(line, line.units());
    return Refusal.of(
        DeliveryService.SOURCE_SHORT,
        id(place) + " has " + there + " of " + line.sku() + "; asked: " + wanted + ".",
        Facts.of("location", id(place), "sku", line.sku())
            .with("wanted", wanted)
            .with("available", there));
  }

  private Refusal empty(int place) {
    return Refusal.of(
        DeliveryService.SOURCE_EMPTY,
        id(place) + " has nothing of what was asked for, or may give nothing.",
        Facts.of("location", id(place)));
  }

  private LocationId id(int place) {
    return choice.request().places().get(place).id();
  }

  private Quantity quantity(SourcingLine line, long units) {
    return Quantity.ofUnits(units, decimals.applyAsInt(line));
  }
}
