package io.omnicommerce.examples.scenarios.answers;

import com.fasterxml.jackson.databind.JsonNode;

record FlagAnswer(boolean flag) implements Answer {

  @Override
  public boolean meets(JsonNode expected) {
    return expected.isBoolean() && expected.booleanValue() == flag;
  }

  @Override
  public JsonNode shown() {
    return NODES.booleanNode(flag);
  }
}
