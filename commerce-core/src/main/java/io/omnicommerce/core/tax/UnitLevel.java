package io.omnicommerce.core.tax;

/**
 * Each unit is rounded. An amount that its units cannot share evenly is spread over them, one minor
 * unit more on the first ones.
 */
record UnitLevel(TaxRounding rounding) implements Level {

  @Override
  public long[][] taxes(TaxParts parts) {
    long[][] taxes = new long[parts.size()][];
    for (int i = 0; i < taxes.length; i++) {
      taxes[i] = taxes(parts.rates(i), parts.amount(i), parts.units(i));
    }
    return taxes;
  }

  private long[] taxes(CategoryRates rates, long amount, long units) {
    long each = amount / units;
    long odd = Math.abs(amount % units);
    long[] taxes = rates.taxes(each, rounding);
    multiply(taxes, units - odd);
    if (odd > 0) {
      add(taxes, rates.taxes(each + Long.signum(amount), rounding), odd);
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
