package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.delivery.Consignment;
import io.omnicommerce.core.delivery.DeliveryRates;
import io.omnicommerce.delivery.DeliveryFee;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is charged beside the goods: what was asked for, and each delivery with its fees. */
final class Charges {

  private static final String DELIVERY = "delivery";
  private static final String FEE = "fee";

  private final PricingFacts facts;
  private final PricingRequest request;
  private final List<Charge> charges;
  private final List<Refusal> refusals = new ArrayList<>();
  private final Set<LineId> taken;

  private Charges(PricingFacts facts, PricingRequest request) {
    this.facts = facts;
    this.request = request;
    charges = new ArrayList<>(request.charges());
    taken = facts.deliveries().isEmpty() ? Set.of() : names(request);
  }

  /** Of lines and charges, where there is something to be named beside them. */
  private static Set<LineId> names(PricingRequest request) {
    Set<LineId> names = new HashSet<>();
    request.charges().forEach(charge -> names.add(charge.id()));
    request.lines().forEach(line -> names.add(line.id()));
    return names;
  }

  /** Of goods that have prices, and deliveries that are offered here in the currency. */
  static Charges of(PricingFacts facts, PricingRequest request, LinePrices prices) {
    Charges charges = new Charges(facts, request);
    if (!facts.deliveries().isEmpty()) {
      charges.deliver(new Carriage(facts, request, prices).consignment());
    }
    return charges;
  }

  static List<Charge> whileDeliveryIsFree(PricingFacts facts, PricingRequest request) {
    Charges charges = new Charges(facts, request);
    Money nothing = Money.zero(request.currency());
    facts.deliveries().forEach(method -> charges.addDelivery(method, nothing));
    return charges.charges;
  }

  List<Charge> charges() {
    return charges;
  }

  /** Why the goods cannot be sent by some method. */
  List<Refusal> refusals() {
    return refusals;
  }

  /** Where nothing is carried no delivery is charged. */
  private void deliver(Consignment consignment) {
    if (!consignment.items().isEmpty()) {
      facts.deliveries().forEach(method -> deliver(method, consignment));
    }
  }

  private void deliver(DeliveryMethod method, Consignment consignment) {
    DeliveryRate rate =
        DeliveryRates.find(method, request.currency(), request.destination()).orElseThrow();
    Optional<Refusal> refusal = DeliveryRates.refusal(method, rate, consignment);
    if (refusal.isPresent()) {
      refusals.add(refusal.get());
      return;
    }
    addDelivery(method, DeliveryRates.price(rate, consignment));
    rate.fees().forEach(fee -> addFee(method, fee));
  }

  private void addDelivery(DeliveryMethod method, Money price) {
    add(DELIVERY, method.title(), price, method, Optional.of(method.id().value()));
  }

  private void addFee(DeliveryMethod method, DeliveryFee fee) {
    add(FEE, fee.title(), fee.amount(), method, Optional.empty());
  }

  private void add(
      String kind, String title, Money price, DeliveryMethod method, Optional<String> of) {
    LineId id = freeId(DELIVERY + (kind.equals(FEE) ? "-" + FEE : ""));
    boolean exempt = request.taxTerms().exemption(id).isPresent();
    Money here = facts.taxes().amountHere(price, method.taxCategory(), exempt);
    charges.add(new Charge(id, kind, title, here, method.taxCategory(), of));
  }

  /** A name that neither a line nor another charge has. */
  private LineId freeId(String name) {
    LineId id = LineId.of(name);
    for (int i = 2; !taken.add(id); i++) {
      id = LineId.of(name + '-' + i);
    }
    return id;
  }
}
