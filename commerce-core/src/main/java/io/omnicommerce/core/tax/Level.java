package io.omnicommerce.core.tax;

/** On what taxes are rounded. */
interface Level {

  /** The tax of each rate on each part, in their order. */
  long[][] taxes(TaxParts parts);
}
