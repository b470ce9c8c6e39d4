package io.omnicommerce.core.tax;

import io.omnicommerce.money.Apportion;
import io.omnicommerce.tax.TaxRate;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The rates that apply to one category, in the order of their codes, so that it does not matter how
 * the zone lists them. Worked out once, used for every line.
 */
final class CategoryRates {

  private static final int DECIMALS = 4;

  private static final Comparator<TaxRate> ORDER =
      Comparator.comparing(TaxRate::code).thenComparing(TaxRate::percent);

  private final List<TaxRate> included;
  private final List<TaxRate> added;
  private final BigDecimal includedPercent;
  private final long[] weights;

  CategoryRates(Collection<TaxRate> rates) {
    included = rates.stream().filter(TaxRate::included).sorted(ORDER).toList();
    added = rates.stream().filter(rate -> !rate.included()).sorted(ORDER).toList();
    includedPercent =
        included.stream().map(TaxRate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    weights =
        included.stream()
            .mapToLong(rate -> rate.percent().movePointRight(DECIMALS).longValueExact())
            .toArray();
  }

  List<TaxRate> included() {
    return included;
  }

  List<TaxRate> added() {
    return added;
  }

  /** The percentages of the included rates together. */
  BigDecimal includedPercent() {
    return includedPercent;
  }

  /** Splits an amount over the included rates by their percentages. */
  long[] split(long amount) {
    return Apportion.byLargestRemainder(amount, weights);
  }
}
