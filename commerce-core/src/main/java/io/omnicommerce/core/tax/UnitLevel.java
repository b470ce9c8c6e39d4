package io.omnicommerce.core.tax;

import java.util.List;

/**
 * Each unit is rounded. An amount that its units cannot share evenly is spread over them, one minor
 * unit more on the first ones.
 */
record UnitLevel(TaxRounding rounding) implements Level {

  @Override
  public long[][] taxes(List<TaxPart> parts) {
    long[][] taxes = new long[parts.size()][];
    for (int i = 0; i < taxes.length; i++) {
      taxes[i] = taxes(parts.get(i));
    }
    return taxes;
  }

  private long[] taxes(TaxPart part) {
    long each = part.amount() / part.units();
    long odd = Math.abs(part.amount() % part.units());
    long[] taxes = part.rates().taxes(each, rounding);
    multiply(taxes, part.units() - odd);
    if (odd > 0) {
      add(taxes, part.rates().taxes(each + Long.signum(part.amount()), rounding), odd);
    }
    return taxes;
  }

  private static void multiply(long[] taxes, long units) {
    for (int i = 0; i < taxes.length; i++) {
      taxes[i] = TaxRounding.times(taxes[i], units);
    }
  }

  private static void add(long[] taxes, long[] more, long units) {
    for (int i = 0; i < taxes.length; i++) {
      taxes[i] = TaxRounding.plus(taxes[i], TaxRounding.times(more[i], units));
    }
  }
}
