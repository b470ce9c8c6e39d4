package io.omnicommerce.core.tax;

/** Each line is rounded. */
record LineLevel(TaxRounding rounding) implements Level {

  @Override
  public long[] taxes(TaxParts parts) {
    long[] taxes = parts.column();
    for (int part = 0; part < parts.size(); part++) {
      parts.rates(part).setTaxes(taxes, parts.begin(part), parts.amount(part), rounding);
    }
    return taxes;
  }
}
