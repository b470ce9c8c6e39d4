package io.omnicommerce.core.pricing;

import com.google.common.collect.Sets;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.DeliveryDocuments;
import io.omnicommerce.core.delivery.Promising;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.price.PriceDocuments;
import io.omnicommerce.core.price.PriceQuestion;
import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.Budgets;
import io.omnicommerce.core.promotion.Coupons;
import io.omnicommerce.core.promotion.Lookups;
import io.omnicommerce.core.promotion.OrderNumbers;
import io.omnicommerce.core.promotion.Redeemer;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.core.promotion.Uses;
import io.omnicommerce.core.tax.TaxDocuments;
import io.omnicommerce.core.tax.Taxation;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.money.Money;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.DeliveryOffers;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.Titles;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.storage.Session;
import io.omnicommerce.tax.spi.TaxItem;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Prices inside a transaction: loads every fact first, then asks the rules. Only reads. */
public final class Pricing {

  private final RuleBooks books;
  private final PastOrders pastOrders;
  private final Sourcer sourcer;
  private final GiftSources sources;

  public Pricing(RuleBooks books, PastOrders pastOrders) {
    this(books, pastOrders, Sourcer.STANDARD);
  }

  public Pricing(RuleBooks books, PastOrders pastOrders, Sourcer sourcer) {
    this(books, pastOrders, sourcer, GiftSources.OF_CHANNEL);
  }

  private Pricing(RuleBooks books, PastOrders pastOrders, Sourcer sourcer, GiftSources sources) {
    this.books = books;
    this.pastOrders = pastOrders;
    this.sourcer = sourcer;
    this.sources = sources;
  }

  /** What says where goods come from. */
  public Sourcer sourcer() {
    return sourcer;
  }

  /** The same for a sale whose gifts come from here. */
  public Pricing from(GiftSources of) {
    return new Pricing(books, pastOrders, sourcer, of);
  }

  /**
   * What a request costs by facts that are there. Pure.
   *
   * @throws RefusedException the first problem
   */
  public static PricedCart price(PricingFacts facts, PricingRequest request) {
    return PricingRules.price(facts, request, Map.of());
  }

  /**
   * What a request costs for the session's caller.
   *
   * @param who whose cart it is, as far as that is known
   * @param locked unit prices that were promised, by line
   * @param at for which instant
   * @throws RefusedException the first problem that {@link #tryPrice} would report
   * @throws NotFoundException {@code delivery.unknown_method}
   */
  public PricedCart price(
      Session session,
      PricingRequest request,
      Redeemer who,
      Map<LineId, Promised> locked,
      Instant at) {
    return PricingRules.price(facts(session, request, who, at), request, locked);
  }

  /** As {@link #price}, with everything that stands in the way as an answer. */
  public PricingResult tryPrice(
      Session session,
      PricingRequest request,
      Redeemer who,
      Map<LineId, Promised> locked,
      Instant at) {
    try {
      return PricingRules.tryPrice(facts(session, request, who, at), request, locked);
    } catch (NotFoundException | ArithmeticOverflowException problem) {
      return PricingResult.problem(problem);
    }
  }

  /** As {@link #price}, with everything that might have been and why it was not. */
  public PricingExplanation explain(
      Session session,
      PricingRequest request,
      Redeemer who,
      Map<LineId, Promised> locked,
      Instant at) {
    PricingFacts facts = facts(session, request, who, at);
    PriceQuestion question = question(session, facts.settings(), request, at);
    return titled(
        session,
        explain(
            facts,
            request,
            locked,
            quantities -> PriceDocuments.explain(session, question, quantities),
            books.switchedOff(session)));
  }

  private static PricingExplanation titled(Session session, PricingExplanation of) {
    return new PricingExplanation(
        of.form(),
        of.inputs(),
        of.priced(),
        of.prices(),
        of.promotions(),
        of.roundings(),
        Titling.of(session, of.priced(), of.prices(), of.priced().at()));
  }

  /**
   * Why a request costs what it costs, by facts that are there. Pure.
   *
   * @param candidates says why each of some SKUs has its price, by how much of it there is
   * @param switchedOff the promotions that are in no book
   */
  public static PricingExplanation explain(
      PricingFacts facts,
      PricingRequest request,
      Map<LineId, Promised> locked,
      Function<Map<Sku, Quantity>, List<PriceExplanation>> candidates,
      List<Promotion> switchedOff) {
    PricedCart priced = PricingRules.price(facts, request, locked);
    ListedPrices prices = ListedPrices.of(facts, request, locked);
    Goods goods = Goods.of(facts.terms(), charges(priced), prices);
    Explaining explaining = new Explaining(facts.terms(), prices, goods);
    return new PricingExplanation(
        PricingExplanation.FORM,
        Freezing.of(facts, request, prices, priced),
        priced,
        candidates.apply(prices.quantities(priced)),
        explaining.verdicts(priced, prices.shelves(), switchedOff),
        explaining.roundings(priced, request.taxTerms()),
        Titles.NONE);
  }

  private static List<Charge> charges(PricedCart priced) {
    return priced.charges().stream().map(PricedCharge::charge).toList();
  }

  /** What can be said of a price from what it was computed from. */
  PricingExplanation explain(PricingInputs inputs) {
    books.requireRules(inputs.promotions());
    PricingTerms terms = Replay.terms(inputs, books.host());
    LinePrices prices = new FrozenPrices(inputs, Replay.request(inputs));
    Goods goods = Goods.of(terms, inputs.charges(), prices);
    Explaining explaining = new Explaining(terms, prices, goods);
    PricedCart priced = replay(inputs);
    return new PricingExplanation(
        PricingExplanation.FORM,
        inputs,
        priced,
        List.of(),
        explaining.verdicts(priced, List.of(), List.of()),
        explaining.roundings(priced, inputs.taxTerms()),
        Titles.NONE);
  }

  /**
   * As {@link #tryPrice}, with the taxes that a service says.
   *
   * @param replies what there is of the service's answer to a question
   */
  public PricingResult tryPrice(
      Session session,
      PricingRequest request,
      Redeemer who,
      Map<LineId, Promised> locked,
      Instant at,
      Function<TaxQuestion, TaxReply> replies) {
    try {
      PricingFacts facts = facts(session, request, who, at);
      Untaxed untaxed = PricingRules.tryUntaxed(facts, request, locked);
      if (untaxed.sheet().isEmpty()) {
        return PricingResult.of(untaxed.problems());
      }
      List<TaxItem> items = untaxed.sheet().get().items();
      return items.isEmpty()
          ? PricingRules.tryPrice(facts, request, locked)
          : taxed(facts, request, locked, replies, question(session, facts, request, who, items));
    } catch (NotFoundException | ArithmeticOverflowException problem) {
      return PricingResult.problem(problem);
    }
  }

  private static PricingResult taxed(
      PricingFacts facts,
      PricingRequest request,
      Map<LineId, Promised> locked,
      Function<TaxQuestion, TaxReply> replies,
      TaxQuestion question) {
    TaxReply reply = replies.apply(question);
    if (reply instanceof TaxReply.Open) {
      return PricingResult.open(question);
    }
    if (reply instanceof TaxReply.Refused refused) {
      return PricingResult.of(List.of(refused.reason()));
    }
    TaxTerms terms =
        reply instanceof TaxReply.Answered answered
            ? request.taxTerms().withAnswer(answered.taxes())
            : request.taxTerms().withServiceFailed();
    return PricingRules.tryPrice(facts, request.withTaxTerms(terms), locked);
  }

  /** What a tax service is asked. */
  static TaxQuestion question(
      Session session,
      PricingFacts facts,
      PricingRequest request,
      Redeemer who,
      List<TaxItem> items) {
    return new TaxQuestion(
        session.context().tenant(),
        who.customer(),
        facts.settings().market().home(),
        request.destination(),
        request.currency(),
        facts.taxes().pricesIncludeTax(),
        items,
        facts.at());
  }

  /** Computes a price again from what it was computed from. */
  public PricedCart replay(PricingInputs inputs) {
    books.requireRules(inputs.promotions());
    return Replay.of(inputs, books.host());
  }

  /**
   * What some of the goods of a priced cart would have cost if nothing else had been bought, by the
   * frozen unit prices and the promotions that gave something. A gift that would not have been
   * given costs its price.
   *
   * @param kept how much of each line, gifts among them
   * @return what is paid for each line, without charges
   * @throws RefusedException {@code promotion.unknown_rule}
   */
  public Map<LineId, Money> payable(PricingInputs inputs, Map<LineId, Quantity> kept) {
    books.requireRules(inputs.promotions());
    return KeptGoods.payable(inputs, kept, books.host());
  }

  /**
   * How much of what would have been given for nothing with some of the goods of a priced cart.
   *
   * @param kept how much of each line that was bought
   * @throws RefusedException {@code promotion.unknown_rule}
   */
  public Map<Sku, Quantity> gifts(PricingInputs inputs, Map<LineId, Quantity> kept) {
    books.requireRules(inputs.promotions());
    return KeptGoods.gifts(inputs, kept, books.host());
  }

  /**
   * What delivery would cost, by each method.
   *
   * @param taxed whether the rates of the market say the taxes
   * @throws RefusedException if the goods have no price
   */
  public DeliveryOffers deliveries(
      Session session,
      PricingRequest asked,
      Redeemer who,
      Map<LineId, Promised> locked,
      Instant at,
      boolean taxed) {
    PricingRequest request =
        asked.withDelivery(List.of()).withTaxTerms(asked.taxTerms().withoutAnswer());
    PricingFacts facts = facts(session, request, who, at);
    List<DeliveryMethod> methods = DeliveryDocuments.all(session);
    Promising promising =
        Promising.of(
            session,
            sourcer,
            sources.ask(session, request, facts.settings(), facts.entries()),
            methods,
            at);
    return new DeliveryOffering(facts, request, locked, promising, taxed).of(methods);
  }

  /** Currency and market are checked before any price is looked at (L4). */
  PricingFacts facts(Session session, PricingRequest request, Redeemer who, Instant at) {
    ChannelSettings settings = ChannelDocuments.settings(session);
    settings.market().checkCurrency(request.currency());
    List<DeliveryMethod> deliveries =
        request.deliveries().stream().map(id -> DeliveryDocuments.require(session, id)).toList();
    RuleBook cart = books.of(session, Promotion.Stage.CART, settings.conventions());
    Coupons coupons =
        Coupons.of(
            session,
            request.coupons(),
            settings.conventions().get(Convention.COUPON_CASE_SENSITIVE),
            who,
            at);
    Set<Sku> skus = skus(request);
    PriceQuestion question = question(session, settings, request, at);
    Map<Sku, CatalogEntry> entries = CatalogDocuments.find(session, skus);
    Basket.Buyer buyer = buyer(session, request, coupons, who.customer(), at);
    Lookups lookups = cart.lookups(buyer, skus, categories(entries));
    Set<Sku> gifts = lookups.gifts();
    if (skus.addAll(gifts)) {
      entries.putAll(CatalogDocuments.find(session, Sets.difference(gifts, entries.keySet())));
    }
    return new PricingFacts(
        settings,
        entries,
        PriceDocuments.facts(session, question, skus),
        Taxation.of(
            TaxDocuments.zone(session, settings.market().taxZone()),
            settings.market(),
            request.destination(),
            at),
        deliveries,
        new PromotionFacts(
            books.of(session, Promotion.Stage.CATALOG, settings.conventions()),
            cart,
            known(session, buyer, lookups, cart, orders(session, cart, who.customer())),
            OpenedByCoupons.of(coupons, cart),
            coupons.usedUp(),
            books.host()),
        sources.stock(sourcer, session, request, settings, gifts, entries),
        at);
  }

  private static PriceQuestion question(
      Session session, ChannelSettings settings, PricingRequest request, Instant at) {
    return PriceQuestion.of(
        settings, session.context(), request.buyer(), country(request), request.currency(), at);
  }

  private static Optional<CountryCode> country(PricingRequest request) {
    return request.destination().map(Destination::country);
  }

  private static Set<Sku> skus(PricingRequest request) {
    Set<Sku> skus = new LinkedHashSet<>();
    for (PricingLine line : request.lines()) {
      skus.add(line.sku());
    }
    return skus;
  }

  private static Set<String> categories(Map<Sku, CatalogEntry> entries) {
    Set<String> categories = new HashSet<>();
    for (CatalogEntry entry : entries.values()) {
      categories.addAll(entry.categories());
    }
    return categories;
  }

  private long orders(Session session, RuleBook cart, Optional<CustomerId> customer) {
    return cart.asksForOrders() && customer.isPresent()
        ? pastOrders.count(session, customer.get(), cart.countsCancelled())
        : 0;
  }

  private static Basket.Buyer buyer(
      Session session,
      PricingRequest request,
      Coupons coupons,
      Optional<CustomerId> customer,
      Instant at) {
    return new Basket.Buyer(
        session.context().channel(),
        session.context().location(),
        request.groups(),
        country(request),
        request.paymentMethod(),
        Set.copyOf(request.deliveries()),
        coupons.unlocked(),
        Set.of(),
        Map.of(),
        0,
        request.currency(),
        at,
        new Basket.Caller(customer, session.context().attributes()));
  }

  /** With what was used up and what is left of what the buyer may get. */
  private static Basket.Buyer known(
      Session session, Basket.Buyer buyer, Lookups lookups, RuleBook cart, long orders) {
    Map<PromotionId, Long> budgets = Budgets.left(session, lookups.budgets(), buyer.currency());
    Set<PromotionId> usedUp = new HashSet<>(Uses.exhausted(session, lookups.limited()));
    buyer
        .caller()
        .customer()
        .ifPresent(one -> usedUp.addAll(OrderNumbers.taken(session, cart, one, orders)));
    for (Map.Entry<PromotionId, Long> left : budgets.entrySet()) {
      if (left.getValue() == 0) {
        usedUp.add(left.getKey());
      }
    }
    return buyer.knowing(usedUp, budgets, orders);
  }
}
