package io.omnicommerce.delivery.spi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How it is decided where goods come from, part by part:
 *
 * <ol>
 *   <li>of the channel's locations, or the one where the customer picks up, those remain that no
 *       {@linkplain #eligible() rule} refuses;
 *   <li>of what they have, the {@linkplain #shelves() shelf rules} leave some where it is;
 *   <li>of all ways to serve the lines that one is chosen that leaves least out, and of these the
 *       one that costs least: by the first of the {@linkplain #costs() costs}, among equals by the
 *       second, and so on; what is still equal goes by the order of lines and places.
 * </ol>
 *
 * <p>Each line comes whole from one location, unless the market's convention {@code line_split}
 * allows it to be split. Then a line may be taken from several, each of which gives all it can.
 *
 * <p>The choice is exact as long as it takes no more steps than the {@linkplain #effort() effort};
 * beyond, it is the best that was found in so many, which is never worse than taking for each line
 * in turn what costs least. {@code SourcingPlan.exact} says which.
 *
 * @param costs what counts, the most important first; empty for what the market's convention {@code
 *     allocation} says
 * @param effort how many ways to serve a line may be looked at
 */
public record Sourcing(
    List<SourceRule> eligible, List<ShelfRule> shelves, List<SourcingCost> costs, int effort) {

  /** Every location, everything it has, by the market's convention. */
  public static final Sourcing STANDARD =
      new Sourcing(List.of(), List.of(), List.of(), Sourcing.EFFORT);

  /** The effort unless another is given. */
  public static final int EFFORT = 200_000;

  public Sourcing {
    eligible = List.copyOf(Objects.requireNonNull(eligible, "eligible"));
    shelves = List.copyOf(Objects.requireNonNull(shelves, "shelves"));
    costs = List.copyOf(Objects.requireNonNull(costs, "costs"));
    if (effort < 1) {
      throw new IllegalArgumentException("The effort must be at least 1: " + effort);
    }
  }

  /** By these costs, the most important first. */
  public static Sourcing by(SourcingCost... costs) {
    return STANDARD.withCosts(costs);
  }

  /** The same by these costs, the most important first. */
  public Sourcing withCosts(SourcingCost... with) {
    return new Sourcing(eligible, shelves, List.of(Objects.requireNonNull(with, "costs")), effort);
  }

  /** The same with one more rule about locations. */
  public Sourcing withRule(SourceRule with) {
    List<SourceRule> more = new ArrayList<>(eligible);
    more.add(Objects.requireNonNull(with, "rule"));
    return new Sourcing(more, shelves, costs, effort);
  }

  /** The same with one more rule about shelves. */
  public Sourcing withShelf(ShelfRule with) {
    List<ShelfRule> more = new ArrayList<>(shelves);
    more.add(Objects.requireNonNull(with, "shelf"));
    return new Sourcing(eligible, more, costs, effort);
  }

  /** The same with another effort. */
  public Sourcing withEffort(int with) {
    return new Sourcing(eligible, shelves, costs, with);
  }

  /** What its parts ask about places. */
  public Set<SourcingFact> facts() {
    Set<SourcingFact> facts = new HashSet<>();
    eligible.forEach(rule -> facts.addAll(rule.facts()));
    shelves.forEach(rule -> facts.addAll(rule.facts()));
    costs.forEach(cost -> facts.addAll(cost.facts()));
    return facts;
  }
}
