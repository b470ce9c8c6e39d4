package io.omnicommerce.examples.scenarios.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Compared by value: 10, 10.0 and "10.00" are the same. */
record NumberAnswer(BigDecimal number) implements Answer {

  @Override
  public boolean meets(JsonNode expected) {
    return value(expected).map(value -> value.compareTo(number) == 0).orElse(false);
  }

  @Override
  public JsonNode shown() {
    return NODES.textNode(number.toPlainString());
  }

  private static Optional<BigDecimal> value(JsonNode expected) {
    if (expected.isNumber()) {
      return Optional.of(expected.decimalValue());
    }
    try {
      return Optional.of(new BigDecimal(expected.asText()));
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }
}
