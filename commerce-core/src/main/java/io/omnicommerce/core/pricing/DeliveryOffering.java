package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.delivery.DeliveryRules;
import io.omnicommerce.core.delivery.Promising;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.DeliveryOffer;
import io.omnicommerce.pricing.DeliveryOffers;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricingRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prices a request with each delivery method in turn, as a cart with it would be priced. */
final class DeliveryOffering {

  private static final Comparator<DeliveryOffer> CHEAPEST_FIRST =
      Comparator.comparing(DeliveryOffer::payable).thenComparing(offer -> offer.method().id());

  private final PricingFacts facts;
  private final PricingRequest request;
  private final Map<LineId, Promised> locked;
  private final Promising promising;
  private final boolean taxed;
  private final List<DeliveryOffer> offered = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();

  /**
   * @param request without a delivery
   * @param promising says by when the goods are there
   * @param taxed whether the rates of the market say the taxes
   */
  DeliveryOffering(
      PricingFacts facts,
      PricingRequest request,
      Map<LineId, Promised> locked,
      Promising promising,
      boolean taxed) {
    this.facts = facts;
    this.request = request;
    this.locked = locked;
    this.promising = promising;
    this.taxed = taxed;
  }

  /**
   * @param methods in the order of their ids
   * @throws io.omnicommerce.common.RefusedException if the goods have no price
   */
  DeliveryOffers of(List<DeliveryMethod> methods) {
    PricingProblems.first(facts, request, ListedPrices.of(facts, request, locked))
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    for (DeliveryMethod method : methods) {
      if (DeliveryRules.isFor(method, facts.settings(), request.currency())) {
        add(method);
      }
    }
    offered.sort(CHEAPEST_FIRST);
    return new DeliveryOffers(offered, refused);
  }

  private void add(DeliveryMethod method) {
    if (request.destination().isEmpty() && DeliveryRules.somewhere(method).isPresent()) {
      refused.add(DeliveryRules.somewhere(method).get());
      return;
    }
    Untaxed untaxed =
        PricingRules.untaxed(facts.delivering(method), request.withDelivery(method.id()), locked);
    refused.addAll(untaxed.problems());
    untaxed.sheet().ifPresent(sheet -> offered.add(offer(method, sheet)));
  }

  private DeliveryOffer offer(DeliveryMethod method, CartSheet sheet) {
    Set<LineId> others = request.charges().stream().map(Charge::id).collect(Collectors.toSet());
    return new DeliveryOffer(
        method,
        request.currency(),
        sheet.priced().charges().stream()
            .filter(priced -> !others.contains(priced.charge().id()))
            .map(priced -> taxed ? priced : withoutTaxes(priced))
            .toList(),
        promising.promise(method));
  }

  private static PricedCharge withoutTaxes(PricedCharge priced) {
    return new PricedCharge(priced.charge(), priced.adjustments(), List.of());
  }
}
