package io.omnicommerce.core.pricing;

import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is charged beside the goods: what was asked for, and the delivery. */
final class Charges {

  private static final String DELIVERY = "delivery";

  private Charges() {}

  static List<Charge> of(PricingFacts facts, PricingRequest request) {
    List<Charge> charges = new ArrayList<>(request.charges());
    if (isCarried(facts, request)) {
      Set<LineId> taken = taken(request);
      facts.deliveries().forEach(method -> charges.add(delivery(facts, method, request, taken)));
    }
    return charges;
  }

  /** What is only downloaded needs no delivery, and nothing even less. */
  private static boolean isCarried(PricingFacts facts, PricingRequest request) {
    return request.lines().stream()
        .map(line -> facts.entries().get(line.sku()))
        .anyMatch(entry -> entry != null && entry.shippable());
  }

  private static Charge delivery(
      PricingFacts facts, DeliveryMethod method, PricingRequest request, Set<LineId> taken) {
    LineId id = freeId(taken);
    taken.add(id);
    boolean exempt = request.taxTerms().exemption(id).isPresent();
    Money price = method.price(request.currency()).orElseThrow();
    return new Charge(
        id,
        DELIVERY,
        method.title(),
        facts.taxes().amountHere(price, method.taxCategory(), exempt),
        method.taxCategory(),
        Optional.of(method.id().value()));
  }

  private static Set<LineId> taken(PricingRequest request) {
    Set<LineId> taken = request.charges().stream().map(Charge::id).collect(Collectors.toSet());
    request.lines().forEach(line -> taken.add(line.id()));
    return taken;
  }

  /** A name that neither a line nor another charge has. */
  private static LineId freeId(Set<LineId> taken) {
    LineId id = LineId.of(DELIVERY);
    for (int i = 2; taken.contains(id); i++) {
      id = LineId.of(DELIVERY + '-' + i);
    }
    return id;
  }
}
