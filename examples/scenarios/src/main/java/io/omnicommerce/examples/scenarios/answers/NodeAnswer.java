package io.omnicommerce.examples.scenarios.answers;

import com.fasterxml.jackson.databind.JsonNode;

/** What a case gave, as it gave it. */
record NodeAnswer(JsonNode node) implements Answer {

  @Override
  public boolean meets(JsonNode expected) {
    return node.equals(expected);
  }

  @Override
  public JsonNode shown() {
    return node;
  }
}
