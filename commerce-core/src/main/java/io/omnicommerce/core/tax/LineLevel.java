package io.omnicommerce.core.tax;

import java.util.List;

/** Each line is rounded. */
record LineLevel(TaxRounding rounding) implements Level {

  @Override
  public long[][] taxes(List<TaxPart> parts) {
    long[][] taxes = new long[parts.size()][];
    for (int i = 0; i < taxes.length; i++) {
      TaxPart part = parts.get(i);
      taxes[i] = part.rates().taxes(part.amount(), rounding);
    }
    return taxes;
  }
}
