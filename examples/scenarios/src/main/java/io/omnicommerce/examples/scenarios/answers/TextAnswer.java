package io.omnicommerce.examples.scenarios.answers;

import com.fasterxml.jackson.databind.JsonNode;

record TextAnswer(String text) implements Answer {

  @Override
  public boolean meets(JsonNode expected) {
    return expected.isTextual() && expected.textValue().equals(text);
  }

  @Override
  public JsonNode shown() {
    return NODES.textNode(text);
  }
}
