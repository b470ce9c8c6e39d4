package io.omnicommerce.examples.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Area;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Has a case played and compares. */
final class Judge {

  private static final JsonNode NOTHING = JsonNodeFactory.instance.nullNode();

  private Judge() {}

  static CaseResult judge(ScenarioCase scenario) {
    try {
      Area area = Areas.BY_NAME.get(scenario.area());
      return compare(scenario, area, scenario.parts());
    } catch (UnsupportedException unsupported) {
      return CaseResult.unsupported(scenario, NOTHING, unsupported.reason());
    } catch (CommerceException refused) {
      return CaseResult.failed(
          scenario, NOTHING, refused.code() + ": " + String.valueOf(refused.getMessage()));
    } catch (RuntimeException broken) {
      return CaseResult.failed(scenario, NOTHING, "the library broke: " + broken);
    }
  }

  private static CaseResult compare(ScenarioCase scenario, Area area, Parts parts) {
    Outcome outcome = area.play(parts);
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    List<String> differences = new ArrayList<>();
    for (String key : keys(parts)) {
      JsonNode expected = scenario.node().path("expect").path(key);
      Answer answer = outcome.answer(key);
      actual.set(key, answer.shown());
      if (!answer.meets(expected)) {
        differences.add(key + " expected " + expected + " but came out as " + answer.shown());
      }
    }
    return verdict(scenario, parts, actual, String.join("; ", differences));
  }

  private static List<String> keys(Parts parts) {
    if (parts.expect().names().isEmpty()) {
      throw new UnsupportedException("expect names nothing");
    }
    return parts.expect().names();
  }

  /** What needs something that is not known here cannot be held against the library. */
  private static CaseResult verdict(
      ScenarioCase scenario, Parts parts, JsonNode actual, String differences) {
    if (differences.isEmpty()) {
      return CaseResult.passed(scenario, actual);
    }
    Set<String> unknown = new TreeSet<>(parts.features());
    unknown.removeAll(Features.KNOWN);
    return unknown.isEmpty()
        ? CaseResult.failed(scenario, actual, differences)
        : CaseResult.unsupported(
            scenario, actual, "the features " + unknown + " are not known; " + differences);
  }
}
