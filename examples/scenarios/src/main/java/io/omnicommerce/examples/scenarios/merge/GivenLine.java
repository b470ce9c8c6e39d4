package io.omnicommerce.examples.scenarios.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Fields;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a cart as a case gives it.
 *
 * @param options what keeps it apart from other lines of its SKU
 */
record GivenLine(Sku sku, Quantity quantity, Optional<JsonNode> options) {

  static GivenLine read(Fields fields) {
    GivenLine line =
        new GivenLine(
            Sku.of(fields.text("sku")),
            fields.findDecimal("quantity").map(Quantity::of).orElse(Quantity.ONE),
            fields.find("options").filter(options -> !options.isEmpty()));
    fields.allRead();
    return line;
  }

  NewLine line() {
    NewLine line = NewLine.of(sku, quantity);
    return options.map(given -> line.withReference(given.toString())).orElse(line);
  }

  /** What has come out of a cart's line, with the options that the case gave it. */
  static Answer answer(CartLine line, Map<String, JsonNode> options) {
    Map<String, Answer> parts = new HashMap<>();
    parts.put("sku", Answer.of(line.sku().value()));
    parts.put("quantity", Answer.of(line.quantity()));
    line.reference().map(options::get).ifPresent(of -> parts.put("options", Answer.of(of)));
    return Answer.table(parts, Set.of());
  }
}
