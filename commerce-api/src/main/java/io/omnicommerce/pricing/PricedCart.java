package io.omnicommerce.pricing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A cart with its prices, at one moment.
 *
 * @param lines in the order of their ids
 * @param at the instant for which it was priced
 */
public record PricedCart(
    List<PricedLine> lines, List<PricedCharge> charges, Totals totals, Trace trace, Instant at) {

  public PricedCart {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    Objects.requireNonNull(totals, "totals");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(at, "at");
  }

  public java.util.Optional<PricedLine> line(LineId id) {
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }
}
