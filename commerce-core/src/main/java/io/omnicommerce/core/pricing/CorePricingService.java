package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.core.tax.TaxDocuments;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.PricingService;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.tax.TaxService;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** The service that prices what is not a cart. */
public final class CorePricingService implements PricingService {

  private final Storage storage;
  private final Pricing pricing;

  public CorePricingService(Storage storage, Pricing pricing) {
    this.storage = storage;
    this.pricing = pricing;
  }

  @Override
  public PricedCart price(CallContext context, PricingRequest request) {
    checkTerms(context, request);
    return storage.inTransaction(context, session -> price(session, request, session.now()));
  }

  @Override
  public PricedCart priceAsOf(CallContext context, PricingRequest request, Instant at) {
    Objects.requireNonNull(at, "at");
    checkTerms(context, request);
    return storage.inTransaction(context, session -> price(session, request, at));
  }

  @Override
  public String explain(PricedCart priced) {
    return Receipt.of(priced);
  }

  private static void checkTerms(CallContext context, PricingRequest request) {
    if (request.lines().stream().anyMatch(line -> line.override().isPresent())) {
      context.actor().require(PriceService.OVERRIDE);
    }
    if (!request.taxTerms().equals(TaxTerms.NONE)) {
      context.actor().require(TaxService.EXEMPT);
    }
  }

  /** Nobody has looked at the floors of these overrides yet, as the cart does when they are set. */
  private PricedCart price(Session session, PricingRequest asked, Instant at) {
    PricingRequest request = forCaller(session, asked, at);
    PricingFacts facts = pricing.facts(session, request, session.context().actor().customer(), at);
    PricingProblems.belowFloor(facts, request, LinePrices.of(facts, request, Map.of()))
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    return PricingRules.price(facts, request, Map.of());
  }

  /** The request with what the caller is beside what it names. */
  private static PricingRequest forCaller(Session session, PricingRequest request, Instant at) {
    Actor caller = session.context().actor();
    Buyer own = CustomerDocuments.buyer(session, caller.customer());
    if (!request.buyer().isWithin(own)) {
      caller.require(ASSIST);
    }
    return TaxDocuments.exemption(session, caller.customer(), at)
        .map(reason -> request.withTaxTerms(request.taxTerms().withExemption(reason)))
        .orElse(request)
        .withBuyer(request.buyer().and(own));
  }
}
