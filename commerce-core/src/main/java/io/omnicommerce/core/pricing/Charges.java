package io.omnicommerce.core.pricing;

import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is charged beside the goods: what was asked for, and the delivery. */
final class Charges {

  private static final String DELIVERY = "delivery";

  private Charges() {}

  static List<Charge> of(PricingFacts facts, PricingRequest request) {
    List<Charge> charges = new ArrayList<>(request.charges());
    facts.delivery().ifPresent(method -> charges.add(delivery(method, request, freeId(request))));
    return charges;
  }

  private static Charge delivery(DeliveryMethod method, PricingRequest request, LineId id) {
    return new Charge(
        id,
        DELIVERY,
        method.title(),
        method.price(request.currency()).orElseThrow(),
        method.taxCategory());
  }

  /** A name that neither a line nor another charge has. */
  private static LineId freeId(PricingRequest request) {
    Set<LineId> taken = request.charges().stream().map(Charge::id).collect(Collectors.toSet());
    request.lines().forEach(line -> taken.add(line.id()));
    LineId id = LineId.of(DELIVERY);
    for (int i = 2; taken.contains(id); i++) {
      id = LineId.of(DELIVERY + '-' + i);
    }
    return id;
  }
}
