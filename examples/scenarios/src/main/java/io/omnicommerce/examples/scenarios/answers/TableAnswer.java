package io.omnicommerce.examples.scenarios.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers by name. A case names those that it is about; an empty table is met by an empty one only.
 * A name that is known and missing is zero, an unknown one is nothing.
 */
record TableAnswer(Map<String, Answer> answers, Set<String> known) implements Answer {

  @Override
  public boolean meets(JsonNode expected) {
    return expected.isObject() && (expected.isEmpty() ? answers.isEmpty() : allMeet(expected));
  }

  @Override
  public JsonNode shown() {
    ObjectNode shown = NODES.objectNode();
    new TreeMap<>(answers).forEach((name, answer) -> shown.set(name, answer.shown()));
    return shown;
  }

  private boolean allMeet(JsonNode expected) {
    return expected.properties().stream()
        .allMatch(entry -> answer(entry.getKey()).meets(entry.getValue()));
  }

  private Answer answer(String name) {
    Answer otherwise = known.contains(name) ? Answer.of(0) : NONE;
    return answers.getOrDefault(name, otherwise);
  }
}
