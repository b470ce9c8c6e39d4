package io.omnicommerce.core.inventory;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockDrift;
import io.omnicommerce.inventory.StockDrift.Explanation;
import io.omnicommerce.inventory.StockLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What another system's figure may come from. */
final class DriftRules {

  private DriftRules() {}

  /** Empty if the figures agree. */
  static Optional<StockDrift> of(StockLevel ours, Quantity theirs, Quantity expected) {
    if (ours.onHand().compareTo(theirs) == 0) {
      return Optional.empty();
    }
    Explained explained = explained(ours, theirs, expected);
    return Optional.of(
        new StockDrift(
            ours.location(),
            ours.sku(),
            ours.onHand(),
            theirs,
            ours.reserved(),
            ours.allocated(),
            expected,
            explained.by(),
            explained.together(),
            explained.isUnknown() ? Optional.of(compensation(ours, theirs)) : Optional.empty()));
  }

  /** Each by itself, or all of them together. */
  private record Explained(List<Explanation> by, boolean together) {
    boolean isUnknown() {
      return by.contains(Explanation.UNKNOWN);
    }
  }

  /** By how much their figure is higher if they count otherwise than we do; lower if below 0. */
  private record Cause(Explanation explanation, BigDecimal differs) {}

  private static Explained explained(StockLevel ours, Quantity theirs, Quantity expected) {
    BigDecimal more = theirs.toBigDecimal().subtract(ours.onHand().toBigDecimal());
    List<Cause> gone =
        causes(
            cause(Explanation.ALLOCATED_COUNTS_AS_GONE, ours.allocated(), true),
            cause(Explanation.RESERVED_COUNTS_AS_GONE, ours.reserved(), true),
            cause(Explanation.HELD_COUNTS_AS_GONE, ours.reserved().plus(ours.allocated()), true));
    List<Cause> there =
        causes(
            cause(Explanation.TRANSIT_COUNTS_AS_THERE, expected, false),
            cause(
                Explanation.APART_COUNTS_AS_THERE, ours.quarantined().plus(ours.damaged()), false));
    List<Cause> all = Stream.concat(gone.stream(), there.stream()).toList();
    List<Explanation> alone =
        all.stream()
            .filter(cause -> cause.differs().compareTo(more) == 0)
            .map(Cause::explanation)
            .toList();
    return alone.isEmpty() ? together(gone, there, more) : new Explained(alone, false);
  }

  private static Cause cause(Explanation explanation, Quantity by, boolean less) {
    return new Cause(explanation, less ? by.toBigDecimal().negate() : by.toBigDecimal());
  }

  private static List<Cause> causes(Cause... causes) {
    return Stream.of(causes).filter(cause -> cause.differs().signum() != 0).toList();
  }

  /** The fewest that explain it: one of what they count as gone at the most, any that are there. */
  private static Explained together(List<Cause> gone, List<Cause> there, BigDecimal more) {
    List<List<Cause>> tries = new ArrayList<>();
    for (Cause left : gone) {
      there.forEach(come -> tries.add(List.of(left, come)));
    }
    if (there.size() > 1) {
      tries.add(there);
      gone.forEach(left -> tries.add(List.of(left, there.get(0), there.get(1))));
    }
    return tries.stream()
        .filter(causes -> sum(causes).compareTo(more) == 0)
        .findFirst()
        .map(causes -> new Explained(causes.stream().map(Cause::explanation).toList(), true))
        .orElseGet(() -> new Explained(List.of(Explanation.UNKNOWN), false));
  }

  private static BigDecimal sum(List<Cause> causes) {
    return causes.stream().map(Cause::differs).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static StockAdjustment compensation(StockLevel ours, Quantity theirs) {
    return theirs.compareTo(ours.onHand()) > 0
        ? StockAdjustment.found(ours.sku(), theirs.minus(ours.onHand()))
        : StockAdjustment.gone(ours.sku(), ours.onHand().minus(theirs));
  }
}
