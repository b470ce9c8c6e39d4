package io.omnicommerce.pricing;

import io.omnicommerce.common.DerivedList;
import io.omnicommerce.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a cart costs what it costs: every cause of every amount, in the order of line ids. The deltas
 * add up to the total.
 *
 * @param conventions the policies that were applied, as {@code name=value}
 * @param gap how much more than was found the best deal might save at the very most, where a lane
 *     of best deals was too large to be tried out; empty where every best deal is exact
 */
public record Trace(List<String> conventions, List<TraceStep> steps, Optional<Money> gap) {

  public Trace {
    conventions = DerivedList.copyOf(Objects.requireNonNull(conventions, "conventions"));
    steps = DerivedList.copyOf(Objects.requireNonNull(steps, "steps"));
    Objects.requireNonNull(gap, "gap");
  }

  /** A trace of exact deals. */
  public Trace(List<String> conventions, List<TraceStep> steps) {
    this(conventions, steps, Optional.empty());
  }

  /** The sum of all deltas: the grand total. */
  public Money total(Currency currency) {
    Money total = Money.zero(currency);
    for (TraceStep step : steps) {
      total = total.plus(step.delta());
    }
    return total;
  }
}
