package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import java.util.Map;
import java.util.Optional;

/**
 * Which use of which coupon or promotion an order makes.
 *
 * @param own whether it is the customer's of the case
 */
record Use(Optional<String> coupon, Optional<String> promotion, boolean own) {

  private static final Named<Boolean> CUSTOMERS =
      new Named<>("customer", Map.of("self", true, "other", false));

  static Use read(Fields with) {
    return new Use(
        with.findText("coupon"),
        with.findText("promotion"),
        CUSTOMERS.get(with.textOr("customer", "other")));
  }
}
