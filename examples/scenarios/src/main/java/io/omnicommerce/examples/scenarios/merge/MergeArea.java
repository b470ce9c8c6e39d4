package io.omnicommerce.examples.scenarios.merge;

import io.omnicommerce.examples.scenarios.cases.Area;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Step;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;

/** Carts of a guest and of a customer who turn out to be one. */
public final class MergeArea implements Area {

  @Override
  public Outcome play(Parts parts) {
    Login login = Login.prepare(parts);
    for (Step step : parts.when()) {
      if (!"login_and_merge".equals(step.op())) {
        throw new UnsupportedException("the op '" + step.op() + "' is not known");
      }
      step.fields().allRead();
      login.take();
    }
    return login.outcome();
  }
}
