package io.omnicommerce.pricing;

import io.omnicommerce.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * Why a cart costs what it costs: every cause of every amount, in the order of line ids. The deltas
 * add up to the total.
 *
 * @param conventions the policies that were applied, as {@code name=value}
 */
public record Trace(List<String> conventions, List<TraceStep> steps) {

  public Trace {
    conventions = List.copyOf(Objects.requireNonNull(conventions, "conventions"));
    steps = List.copyOf(Objects.requireNonNull(steps, "steps"));
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
