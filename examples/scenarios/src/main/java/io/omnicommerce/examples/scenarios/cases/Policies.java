package io.omnicommerce.examples.scenarios.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.InvalidInputException;
import java.util.Map;

/**
 * The conventions that a case is about, as those of a market. A key or a value that the library
 * does not know makes the case unsupported.
 */
public record Policies(Conventions conventions) {

  /** What the library always does, so that a case may say it. */
  private static final Map<String, String> FIXED =
      Map.of(
          "unit_proration", "first_units",
          "zero_total_order", "paid",
          "nothing_to_ship", "shipped",
          "cancel_order", "cascades");

  /** What says whose table a case holds. */
  private static final String TABLE = "state_machine";

  static Policies of(Fields fields) {
    Conventions conventions = Conventions.STANDARD;
    for (String name : fields.names()) {
      conventions = with(conventions, name, fields.find(name).map(JsonNode::asText).orElse(""));
    }
    return new Policies(conventions);
  }

  private static Conventions with(Conventions conventions, String name, String value) {
    if (value.equals(FIXED.get(name)) || name.equals(TABLE)) {
      return conventions;
    }
    try {
      return conventions.with(name, value);
    } catch (InvalidInputException unknown) {
      throw new UnsupportedException("the policy " + name + '=' + value + " is not known");
    }
  }
}
