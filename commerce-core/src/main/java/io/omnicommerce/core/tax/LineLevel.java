package io.omnicommerce.core.tax;

/** Each line is rounded. */
record LineLevel(TaxRounding rounding) implements Level {

  @Override
  public long[][] taxes(TaxParts parts) {
    long[][] taxes = new long[parts.size()][];
    for (int i = 0; i < taxes.length; i++) {
      taxes[i] = parts.rates(i).taxes(parts.amount(i), rounding);
    }
    return taxes;
  }
}
