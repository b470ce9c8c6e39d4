package io.omnicommerce.core.tax;

import io.omnicommerce.tax.TaxRate;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The rates that apply to one category, in the order of their codes, so that it does not matter how
 * the zone lists them.
 *
 * @param includedPercent the percentages of the included ones together
 * @param weights those percentages in units of their last decimal
 */
record CategoryRates(
    List<TaxRate> included, List<TaxRate> added, BigDecimal includedPercent, long[] weights) {

  private static final int DECIMALS = 4;

  private static final Comparator<TaxRate> ORDER =
      Comparator.comparing(TaxRate::code).thenComparing(TaxRate::percent);

  static CategoryRates of(Collection<TaxRate> rates) {
    List<TaxRate> included = rates.stream().filter(TaxRate::included).sorted(ORDER).toList();
    List<TaxRate> added = rates.stream().filter(rate -> !rate.included()).sorted(ORDER).toList();
    BigDecimal percent =
        included.stream().map(TaxRate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    long[] weights =
        included.stream()
            .mapToLong(rate -> rate.percent().movePointRight(DECIMALS).longValueExact())
            .toArray();
    return new CategoryRates(included, added, percent, weights);
  }
}
