package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.examples.scenarios.cases.Channels;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The delivery methods of a case.
 *
 * @param perUnit those whose price counts for each piece, as a host that prices delivery itself
 *     would charge them
 */
record Deliveries(List<DeliveryMethod> methods, Set<DeliveryMethodId> perUnit) {

  private static final LeadTime SOON = new LeadTime(Duration.ZERO, Duration.ofDays(1));

  static Deliveries read(Fields given, Channels channels) {
    Deliveries all = new Deliveries(new ArrayList<>(), new HashSet<>());
    given
        .findObject("shipping_methods")
        .map(Fields::objects)
        .orElse(Map.of())
        .forEach((code, fields) -> all.add(DeliveryMethodId.of(code), fields, channels));
    return all;
  }

  private void add(DeliveryMethodId id, Fields fields, Channels channels) {
    Money price = channels.money(fields.decimal("price"));
    methods.add(
        DeliveryMethod.ship(id, id.value(), SOON, price)
            .withTaxCategory(fields.textOr("tax_category", Article.UNTAXED)));
    if (fields.flagOr("per_unit", false)) {
      perUnit.add(id);
    }
    fields.allRead();
  }

  /** What a method costs for so many pieces, where its price counts for each. */
  Optional<Charge> charge(DeliveryMethodId id, Quantity pieces) {
    return methods.stream()
        .filter(method -> method.id().equals(id) && perUnit.contains(id))
        .map(method -> charge(method, pieces))
        .findFirst();
  }

  private static Charge charge(DeliveryMethod method, Quantity pieces) {
    Money each = method.prices().get(0);
    return new Charge(
        LineId.of("delivery " + method.id()),
        "delivery",
        method.title(),
        UnitPrice.of(each).times(pieces, Rounding.HALF_UP),
        method.taxCategory(),
        Optional.of(method.id().value()));
  }
}
