package io.omnicommerce.examples.scenarios.orders;

import io.omnicommerce.examples.scenarios.cases.Area;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;

/** States: of a table that the case holds, or of an order that is paid, shipped and cancelled. */
public final class OrderStateArea implements Area {

  @Override
  public Outcome play(Parts parts) {
    return parts.given().has(TableCase.KEY) ? TableCase.play(parts) : PaidOrder.play(parts);
  }
}
