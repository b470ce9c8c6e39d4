package io.omnicommerce.examples.scenarios.stock;

import io.omnicommerce.examples.scenarios.cases.Area;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;

/** What may be promised, reserved and shipped of one article over several locations. */
public final class StockArea implements Area {

  @Override
  public Outcome play(Parts parts) {
    Depot depot = Depot.open(Given.read(parts.given()), parts.policies().conventions());
    StockOps ops = new StockOps(depot);
    parts.when().forEach(ops::play);
    return key -> StockAnswers.BY_KEY.get(key).apply(depot, ops);
  }
}
