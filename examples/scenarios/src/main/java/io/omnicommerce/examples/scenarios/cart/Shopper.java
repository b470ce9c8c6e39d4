package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.examples.scenarios.cases.Fields;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who buys.
 *
 * @param orders how many orders were placed before, cancelled ones included
 * @param cancelled how many of them were cancelled
 */
record Shopper(Set<String> groups, int orders, int cancelled) {

  private static final Shopper NOBODY = new Shopper(Set.of(), 0, 0);

  static Shopper read(Fields given) {
    Optional<Fields> customer = given.findObject("customer");
    if (customer.isEmpty()) {
      return NOBODY;
    }
    Fields fields = customer.get();
    Shopper buyer =
        new Shopper(
            new HashSet<>(fields.texts("groups")),
            fields.findWhole("orders_placed").orElse(0),
            fields.findWhole("orders_cancelled").orElse(0));
    fields.allRead();
    return buyer;
  }
}
