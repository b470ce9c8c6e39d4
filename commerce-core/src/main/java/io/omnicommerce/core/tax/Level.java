package io.omnicommerce.core.tax;

/** On what taxes are rounded. */
interface Level {

  /** The tax of each rate on each part, in the order in which the parts have them. */
  long[] taxes(TaxParts parts);
}
