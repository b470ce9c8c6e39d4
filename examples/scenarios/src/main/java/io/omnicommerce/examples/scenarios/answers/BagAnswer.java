package io.omnicommerce.examples.scenarios.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** As many, each once, in any order. */
record BagAnswer(List<Answer> answers) implements Answer {

  @Override
  public boolean meets(JsonNode expected) {
    List<Answer> left = new ArrayList<>(answers);
    return expected.isArray()
        && expected.size() == left.size()
        && StreamSupport.stream(expected.spliterator(), false).allMatch(one -> take(left, one));
  }

  @Override
  public JsonNode shown() {
    return ListAnswer.shown(answers);
  }

  private static boolean take(List<Answer> left, JsonNode expected) {
    for (Answer answer : left) {
      if (answer.meets(expected)) {
        return left.remove(answer);
      }
    }
    return false;
  }
}
