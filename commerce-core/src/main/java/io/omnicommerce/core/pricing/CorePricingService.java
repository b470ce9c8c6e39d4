package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.promotion.Redeemer;
import io.omnicommerce.core.tax.CheckedTaxCalculator;
import io.omnicommerce.core.tax.CheckedTaxCalculator.Said;
import io.omnicommerce.core.tax.TaxDocuments;
import io.omnicommerce.core.tax.TaxRefusals;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.DeliveryOffers;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.PricingService;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.spi.TaxCalculator;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The service that prices what is not a cart. */
public final class CorePricingService implements PricingService {

  private static final Codec<PricingExplanation> EXPLANATION = Json.codec(PricingExplanation.class);

  private final Storage storage;
  private final Pricing pricing;
  private final Optional<CheckedTaxCalculator> calculator;

  /** Taxed by the rates of markets. */
  public CorePricingService(Storage storage, Pricing pricing) {
    this(storage, pricing, Optional.empty());
  }

  public CorePricingService(Storage storage, Pricing pricing, Optional<TaxCalculator> calculator) {
    this.storage = storage;
    this.pricing = pricing;
    this.calculator = calculator.map(CheckedTaxCalculator::new);
  }

  @Override
  public PricedCart price(CallContext context, PricingRequest request) {
    checkTerms(context, request);
    return price(context, request, Optional.empty());
  }

  @Override
  public PricedCart priceAsOf(CallContext context, PricingRequest request, Instant at) {
    Objects.requireNonNull(at, "at");
    checkTerms(context, request);
    return price(context, request, Optional.of(at));
  }

  private PricedCart price(CallContext context, PricingRequest request, Optional<Instant> at) {
    return asked(context, request, at, this::price);
  }

  @Override
  public PricingExplanation explanation(CallContext context, PricingRequest request) {
    return explanation(context, request, Optional.empty());
  }

  @Override
  public PricingExplanation explanationAsOf(
      CallContext context, PricingRequest request, Instant at) {
    Objects.requireNonNull(at, "at");
    return explanation(context, request, Optional.of(at));
  }

  private PricingExplanation explanation(
      CallContext context, PricingRequest request, Optional<Instant> at) {
    Objects.requireNonNull(request, "request");
    context.actor().require(PriceService.VIEW);
    checkTerms(context, request);
    return asked(context, request, at, this::explain);
  }

  /** Something that is worked out in a transaction, of a request for which taxes are known. */
  private interface Work<T> {
    T of(Session session, PricingRequest request, Instant at);
  }

  private <T> T asked(
      CallContext context, PricingRequest request, Optional<Instant> at, Work<T> work) {
    if (calculator.isEmpty() || request.taxTerms().answer().isPresent()) {
      return storage.inTransaction(
          context, session -> work.of(session, request, at.orElseGet(session::now)));
    }
    TaxQuestion question = question(context, request, at);
    // Nobody is asked about nothing.
    Said said = question.items().isEmpty() ? Said.NOTHING : calculator.orElseThrow().ask(question);
    PricingRequest answered = request.withTaxTerms(terms(request.taxTerms(), said));
    return storage.inTransaction(
        context,
        session -> {
          said.failure().ifPresent(failure -> checkFallsBack(session, failure));
          return work.of(session, answered, question.at());
        });
  }

  private static void checkFallsBack(Session session, Throwable failure) {
    if (!ChannelDocuments.settings(session).fallsBackToOwnRates()) {
      CommerceException refused = TaxRefusals.failed().asException();
      refused.initCause(failure);
      throw refused;
    }
  }

  private static TaxTerms terms(TaxTerms before, Said said) {
    return said.failure().isPresent()
        ? before.withServiceFailed()
        : said.taxes().map(before::withAnswer).orElse(before);
  }

  /** Asked about outside of any transaction, for the amounts of one instant. */
  private TaxQuestion question(CallContext context, PricingRequest request, Optional<Instant> at) {
    if (storage.joinsHostTransaction()) {
      throw TaxRefusals.externalCall().asException();
    }
    return storage.inTransaction(
        context, session -> question(session, request, at.orElseGet(session::now)));
  }

  private TaxQuestion question(Session session, PricingRequest asked, Instant at) {
    PricingRequest request = forCaller(session, asked, at);
    Redeemer who = caller(session);
    PricingFacts facts = pricing.facts(session, request, who, at);
    return Pricing.question(session, facts, request, who, PricingRules.taxItems(facts, request));
  }

  @Override
  public PricedCart replay(PricingInputs inputs) {
    return pricing.replay(Objects.requireNonNull(inputs, "inputs"));
  }

  @Override
  public DeliveryOffers deliveries(CallContext context, PricingRequest request) {
    checkTerms(context, request);
    return storage.inTransaction(context, session -> deliveries(session, request));
  }

  private DeliveryOffers deliveries(Session session, PricingRequest asked) {
    PricingRequest request = forCaller(session, asked, session.now());
    return pricing.deliveries(
        session, request, caller(session), Map.of(), session.now(), calculator.isEmpty());
  }

  @Override
  public PricingExplanation explanation(PricingInputs inputs) {
    return pricing.explain(Objects.requireNonNull(inputs, "inputs"));
  }

  @Override
  public String explain(PricedCart priced) {
    return Receipt.of(priced);
  }

  @Override
  public String explain(PricingExplanation explanation) {
    return LongReceipt.of(Objects.requireNonNull(explanation, "explanation"));
  }

  @Override
  public String explain(CallContext context, PricedCart priced) {
    Objects.requireNonNull(priced, "priced");
    return storage.inTransaction(
        context, session -> Receipt.of(priced, Titling.of(session, priced, priced.at())));
  }

  @Override
  public String toJson(PricingExplanation explanation) {
    return EXPLANATION.encode(Objects.requireNonNull(explanation, "explanation"));
  }

  @Override
  public PricingExplanation fromJson(String json) {
    PricingExplanation read = EXPLANATION.decode(Objects.requireNonNull(json, "json"));
    if (read.form() != PricingExplanation.FORM) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED,
          "form",
          Integer.toString(read.form()),
          "must be " + PricingExplanation.FORM);
    }
    return read;
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
    PricingFacts facts = pricing.facts(session, request, caller(session), at);
    PricingProblems.belowFloor(facts, request, ListedPrices.of(facts, request, Map.of()))
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    return PricingRules.price(facts, request, Map.of());
  }

  private PricingExplanation explain(Session session, PricingRequest asked, Instant at) {
    return pricing.explain(session, forCaller(session, asked, at), caller(session), Map.of(), at);
  }

  private static Redeemer caller(Session session) {
    return Redeemer.of(session.context().actor().customer());
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
