package io.omnicommerce.examples.scenarios.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.IntStream;

/** As many, each in its place. */
record ListAnswer(List<Answer> answers) implements Answer {

  ListAnswer {
    answers = List.copyOf(answers);
  }

  @Override
  public boolean meets(JsonNode expected) {
    return expected.isArray()
        && expected.size() == answers.size()
        && IntStream.range(0, answers.size()).allMatch(i -> answers.get(i).meets(expected.get(i)));
  }

  @Override
  public JsonNode shown() {
    return shown(answers);
  }

  static JsonNode shown(List<Answer> answers) {
    ArrayNode shown = NODES.arrayNode();
    answers.forEach(answer -> shown.add(answer.shown()));
    return shown;
  }
}
