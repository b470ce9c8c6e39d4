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

/** What another system's figure may come from. */
final class DriftRules {

  private DriftRules() {}

  /** Empty if the figures agree. */
  static Optional<StockDrift> of(StockLevel ours, Quantity theirs, Quantity expected) {
    if (ours.onHand().compareTo(theirs) == 0) {
      return Optional.empty();
    }
    List<Explanation> explanations = explanations(ours, theirs, expected);
    boolean explained = !explanations.contains(Explanation.UNKNOWN);
    return Optional.of(
        new StockDrift(
            ours.location(),
            ours.sku(),
            ours.onHand(),
            theirs,
            ours.reserved(),
            ours.allocated(),
            expected,
            explanations,
            explained ? Optional.empty() : Optional.of(compensation(ours, theirs))));
  }

  private static List<Explanation> explanations(
      StockLevel ours, Quantity theirs, Quantity expected) {
    BigDecimal more = theirs.toBigDecimal().subtract(ours.onHand().toBigDecimal());
    BigDecimal less = more.negate();
    List<Explanation> explanations = new ArrayList<>();
    add(explanations, less, ours.allocated(), Explanation.ALLOCATED_COUNTS_AS_GONE);
    add(explanations, less, ours.reserved(), Explanation.RESERVED_COUNTS_AS_GONE);
    add(
        explanations,
        less,
        ours.reserved().plus(ours.allocated()),
        Explanation.HELD_COUNTS_AS_GONE);
    add(explanations, more, expected, Explanation.TRANSIT_COUNTS_AS_THERE);
    add(
        explanations,
        more,
        ours.quarantined().plus(ours.damaged()),
        Explanation.APART_COUNTS_AS_THERE);
    return explanations.isEmpty() ? List.of(Explanation.UNKNOWN) : explanations;
  }

  private static void add(
      List<Explanation> explanations, BigDecimal differs, Quantity by, Explanation explanation) {
    boolean fits = !by.isZero() && differs.compareTo(by.toBigDecimal()) == 0;
    if (fits && !explanations.contains(explanation)) {
      explanations.add(explanation);
    }
  }

  private static StockAdjustment compensation(StockLevel ours, Quantity theirs) {
    return theirs.compareTo(ours.onHand()) > 0
        ? StockAdjustment.found(ours.sku(), theirs.minus(ours.onHand()))
        : StockAdjustment.gone(ours.sku(), ours.onHand().minus(theirs));
  }
}
