package io.omnicommerce.pricing;

import io.omnicommerce.common.DerivedList;
import io.omnicommerce.tax.TaxLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A cart with its prices, at one moment.
 *
 * @param lines in the order of their ids
 * @param coupons those that were given, in the order of their codes
 * @param at the instant for which it was priced
 */
public record PricedCart(
    List<PricedLine> lines,
    List<PricedCharge> charges,
    List<PricedCoupon> coupons,
    Totals totals,
    Trace trace,
    Instant at) {

  public PricedCart {
    lines = DerivedList.copyOf(Objects.requireNonNull(lines, "lines"));
    charges = List.copyOf(Objects.requireNonNull(charges, "charges"));
    coupons = List.copyOf(Objects.requireNonNull(coupons, "coupons"));
    Objects.requireNonNull(totals, "totals");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(at, "at");
  }

  /** The line with an id. */
  public Optional<PricedLine> line(LineId id) {
    Objects.requireNonNull(id, "id");
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** The sums of each tax rate over all lines and charges, as an invoice states them. */
  public List<TaxLine> taxes() {
    List<TaxLine> taxes = new ArrayList<>(lines.size());
    lines.forEach(line -> taxes.addAll(line.taxes()));
    charges.forEach(charge -> taxes.addAll(charge.taxes()));
    return TaxLine.byRate(taxes);
  }
}
