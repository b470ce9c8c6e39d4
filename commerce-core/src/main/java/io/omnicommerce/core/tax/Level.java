package io.omnicommerce.core.tax;

import java.util.List;

/** On what taxes are rounded. */
interface Level {

  /** The tax of each rate on each part, in their order. */
  long[][] taxes(List<TaxPart> parts);
}
