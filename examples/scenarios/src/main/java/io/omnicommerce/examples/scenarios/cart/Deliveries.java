package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The delivery methods of a case. */
final class Deliveries {

  private static final LeadTime SOON = new LeadTime(Duration.ZERO, Duration.ofDays(1));

  private Deliveries() {}

  static List<DeliveryMethod> read(Fields given, Channels channels) {
    List<DeliveryMethod> methods = new ArrayList<>();
    given
        .findObject("shipping_methods")
        .map(Fields::objects)
        .orElse(Map.of())
        .forEach((code, fields) -> methods.add(method(code, fields, channels)));
    return methods;
  }

  private static DeliveryMethod method(String code, Fields fields, Channels channels) {
    if (fields.flagOr("per_unit", false)) {
      throw new UnsupportedException("per_unit cannot be said to the library yet");
    }
    Money price = channels.money(fields.decimal("price"));
    DeliveryMethod method =
        DeliveryMethod.ship(DeliveryMethodId.of(code), code, SOON, price)
            .withTaxCategory(fields.textOr("tax_category", Article.UNTAXED));
    fields.allRead();
    return method;
  }
}
