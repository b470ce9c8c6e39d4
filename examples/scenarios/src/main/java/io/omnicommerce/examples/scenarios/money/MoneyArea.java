package io.omnicommerce.examples.scenarios.money;

import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Area;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Step;
import java.util.HashMap;
import java.util.Map;

/** Amounts: rounding, digits, percentages, currencies, parts of a time. */
public final class MoneyArea implements Area {

  @Override
  public Outcome play(Parts parts) {
    MoneyTerms terms = MoneyTerms.of(parts);
    Map<String, Answer> answers = new HashMap<>();
    parts.when().forEach(step -> answers.putAll(take(terms, step)));
    return new Named<>("expect key", answers)::get;
  }

  private static Map<String, Answer> take(MoneyTerms terms, Step step) {
    Fields with = step.fields();
    Map<String, Answer> answers = MoneyOps.BY_NAME.get(step.op()).apply(terms, with);
    with.allRead();
    return answers;
  }
}
