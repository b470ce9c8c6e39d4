package io.omnicommerce.core.tax;

/**
 * Each unit is rounded. An amount that its units cannot share evenly is spread over them, one minor
 * unit more on the first ones.
 */
record UnitLevel(TaxRounding rounding) implements Level {

  @Override
  public long[] taxes(TaxParts parts) {
    long[] taxes = parts.column();
    for (int place = 0; parts.first(place) < parts.size(); place++) {
      for (int part = parts.first(place); part < parts.first(place + 1); part++) {
        long[] of = taxes(parts.rates(part), parts.amount(part), parts.units(place));
        System.arraycopy(of, 0, taxes, parts.begin(part), of.length);
      }
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
