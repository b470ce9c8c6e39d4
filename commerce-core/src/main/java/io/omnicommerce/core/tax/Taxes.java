package io.omnicommerce.core.tax;

import io.omnicommerce.tax.TaxLine;
import java.util.List;

/** The taxes of what is sold together, by places. */
public interface Taxes {

  /** As they stand on one line. */
  List<TaxLine> of(int place);

  /** How much they add to an amount, in minor units. */
  long added(int place);

  /** How much of an amount they are, in minor units. */
  long included(int place);
}
