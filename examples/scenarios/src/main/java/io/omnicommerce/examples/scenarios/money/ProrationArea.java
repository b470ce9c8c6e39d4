package io.omnicommerce.examples.scenarios.money;

import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Area;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Step;
import java.util.HashMap;
import java.util.Map;

/** Splits. */
public final class ProrationArea implements Area {

  private static final Named<Split> OPS = new Named<>("op", Map.of("distribute", Split.DISTRIBUTE));

  @Override
  public Outcome play(Parts parts) {
    MoneyTerms terms = MoneyTerms.of(parts);
    Map<String, Answer> answers = new HashMap<>();
    for (Step step : parts.when()) {
      answers.putAll(OPS.get(step.op()).shares(terms, step.fields()));
      step.fields().allRead();
    }
    return new Named<>("expect key", answers)::get;
  }
}
