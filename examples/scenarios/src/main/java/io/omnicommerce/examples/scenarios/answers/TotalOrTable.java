package io.omnicommerce.examples.scenarios.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** A number in all, which a case may also expect by name. */
record TotalOrTable(Answer total, Map<String, Answer> byName) implements Answer {

  @Override
  public boolean meets(JsonNode expected) {
    return expected.isObject()
        ? new TableAnswer(byName, Set.of()).meets(expected)
        : total.meets(expected);
  }

  @Override
  public JsonNode shown() {
    return total.shown();
  }
}
