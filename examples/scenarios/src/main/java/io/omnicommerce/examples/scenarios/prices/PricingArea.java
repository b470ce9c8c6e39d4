package io.omnicommerce.examples.scenarios.prices;

import io.omnicommerce.examples.scenarios.cases.Area;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;

/** Prices of a SKU: lists and catalog promotions. */
public final class PricingArea implements Area {

  @Override
  public Outcome play(Parts parts) {
    throw new UnsupportedException("conditions of prices cannot be said to the library yet");
  }
}
