package io.omnicommerce.pricing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A cart with its prices, at one moment.
 *
 * @param lines in the order of their ids
 * @param at the instant for which it was priced
 */
public record PricedCart(
    List<PricedLine> lines, List<PricedCharge> charges, Totals totals, Trace trace, Instant at) {

  public PricedCart {
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    charges = List.copyOf(Objects.requireNonNull(charges, "charges"));
    Objects.requireNonNull(totals, "totals");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(at, "at");
  }

  /** The line with an id. */
  public Optional<PricedLine> line(LineId id) {
    Objects.requireNonNull(id, "id");
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }
}
