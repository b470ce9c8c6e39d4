package io.omnicommerce.examples.scenarios.answers;

import com.fasterxml.jackson.databind.JsonNode;

/** There is none; a case expects null. */
record NoAnswer() implements Answer {

  @Override
  public boolean meets(JsonNode expected) {
    return expected.isNull();
  }

  @Override
  public JsonNode shown() {
    return NODES.nullNode();
  }
}
