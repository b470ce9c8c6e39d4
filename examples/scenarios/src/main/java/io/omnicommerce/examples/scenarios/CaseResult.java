package io.omnicommerce.examples.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a case.
 *
 * @param expected what the case says
 * @param actual what the library says to the same keys, as far as it came
 * @param reason why it is not met, in words
 */
record CaseResult(
    String id,
    String area,
    Kind result,
    JsonNode expected,
    JsonNode actual,
    Optional<String> reason) {

  enum Kind {
    PASSED,
    FAILED,
    UNSUPPORTED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static CaseResult passed(ScenarioCase scenario, JsonNode actual) {
    return of(scenario, Kind.PASSED, actual, Optional.empty());
  }

  static CaseResult failed(ScenarioCase scenario, JsonNode actual, String reason) {
    return of(scenario, Kind.FAILED, actual, Optional.of(reason));
  }

  static CaseResult unsupported(ScenarioCase scenario, JsonNode actual, String reason) {
    return of(scenario, Kind.UNSUPPORTED, actual, Optional.of(reason));
  }

  private static CaseResult of(
      ScenarioCase scenario, Kind kind, JsonNode actual, Optional<String> reason) {
    JsonNode expected = scenario.node().path("expect");
    return new CaseResult(
        scenario.id(),
        scenario.area(),
        kind,
        expected.isMissingNode() ? JsonNodeFactory.instance.nullNode() : expected,
        actual,
        reason);
  }
}
