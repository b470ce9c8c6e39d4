package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryPrice;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.examples.scenarios.cases.Channels;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The delivery methods of a case. */
record Deliveries(List<DeliveryMethod> methods) {

  private static final LeadTime SOON = new LeadTime(Duration.ZERO, Duration.ofDays(1));

  static Deliveries read(Fields given, Channels channels) {
    return new Deliveries(
        given
            .findObject("shipping_methods")
            .map(Fields::objects)
            .orElse(Map.of())
            .entrySet()
            .stream()
            .map(method -> method(method.getKey(), method.getValue(), channels))
            .toList());
  }

  private static DeliveryMethod method(String code, Fields fields, Channels channels) {
    Money price = channels.money(fields.decimal("price"));
    DeliveryMethod method =
        DeliveryMethod.ship(DeliveryMethodId.of(code), code, SOON)
            .withRates(
                fields.flagOr("per_unit", false)
                    ? DeliveryRate.of(new DeliveryPrice.PerUnit(price))
                    : DeliveryRate.flat(price))
            .withTaxCategory(fields.textOr("tax_category", Article.UNTAXED));
    fields.allRead();
    return method;
  }
}
