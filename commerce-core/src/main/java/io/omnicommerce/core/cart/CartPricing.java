package io.omnicommerce.core.cart;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.PriceLock;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.pricing.GiftSources;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.pricing.PricingResult;
import io.omnicommerce.core.pricing.Promised;
import io.omnicommerce.core.pricing.TaxReply;
import io.omnicommerce.core.promotion.Redeemer;
import io.omnicommerce.core.tax.CheckedTaxCalculator;
import io.omnicommerce.core.tax.TaxAnswers;
import io.omnicommerce.core.tax.TaxDocuments;
import io.omnicommerce.core.tax.TaxRefusals;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.pricing.DeliveryOffers;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.storage.Session;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.spi.TaxCalculator;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a cart costs, with the promises that were made for it. */
public final class CartPricing {

  private final Pricing pricing;
  private final Optional<CheckedTaxCalculator> calculator;

  /** Taxed by the rates of markets. */
  public CartPricing(Pricing pricing) {
    this(pricing, Optional.empty());
  }

  /** Taxed by a service outside, if there is one. */
  public CartPricing(Pricing pricing, Optional<TaxCalculator> calculator) {
    this.pricing = pricing;
    this.calculator = calculator.map(CheckedTaxCalculator::new);
  }

  /** What says where goods come from. */
  public Sourcer sourcer() {
    return pricing.sourcer();
  }

  /** Prices without the promises of carts. */
  public Pricing pricing() {
    return pricing;
  }

  /** Gifts come from where the goods do, and what the cart has reserved is there for them. */
  private Pricing from(Cart cart) {
    return pricing.from(
        GiftSources.of(
            cart.delivery().flatMap(DeliveryChoice::pickup),
            cart.delivery().flatMap(DeliveryChoice::address),
            CartSources.hold(cart)));
  }

  /** What is to be priced: the cart's lines and charges, for its owner, to where it goes. */
  public static PricingRequest request(Session session, Cart cart) {
    List<PricingLine> lines = new ArrayList<>(cart.lines().size());
    for (CartLine line : cart.lines()) {
      lines.add(line(line));
    }
    Set<String> coupons = new HashSet<>();
    for (CouponCode code : cart.coupons()) {
      coupons.add(code.value());
    }
    return new PricingRequest(
        cart.currency(),
        CustomerDocuments.buyer(session, cart.owner().knownCustomer()),
        cart.delivery().flatMap(DeliveryChoice::address).map(Destination::of),
        lines,
        cart.charges(),
        cart.delivery().map(DeliveryChoice::method).stream().toList(),
        cart.paymentMethod(),
        coupons,
        cart.giftChoices(),
        terms(session, cart));
  }

  /** Where the cart goes, if that is known. */
  static Optional<CountryCode> destination(Cart cart) {
    return cart.delivery().flatMap(DeliveryChoice::address).map(Address::country);
  }

  /**
   * @throws io.omnicommerce.common.RefusedException if some line has no price, or the delivery is
   *     not offered
   */
  public PricedCart price(Session session, Cart cart, Instant at) {
    return from(cart)
        .price(session, request(session, cart), redeemer(cart), locked(session, cart, at), at);
  }

  /**
   * As {@link #price}, with everything that stands in the way as an answer, or what the tax service
   * is to be asked first.
   */
  public PricingResult tryPrice(Session session, Cart cart, Instant at, TaxAsking asking) {
    return tryPrice(session, cart, request(session, cart), at, asking);
  }

  /** As the other, paid in this way, whatever the cart says. */
  public PricingResult tryPricePaidBy(
      String method, Session session, Cart cart, Instant at, TaxAsking asking) {
    PricingRequest request = request(session, cart).withPaymentMethod(method);
    return tryPrice(session, cart, request, at, asking);
  }

  private PricingResult tryPrice(
      Session session, Cart cart, PricingRequest request, Instant at, TaxAsking asking) {
    Redeemer who = redeemer(cart);
    return calculator.isEmpty()
        ? from(cart).tryPrice(session, request, who, locked(session, cart, at), at)
        : from(cart)
            .tryPrice(
                session,
                request,
                who,
                locked(session, cart, at),
                at,
                question -> reply(session, cart, question, asking));
  }

  /** An explanation, or what the tax service is to be asked before there is one. */
  record Explained(Optional<PricingExplanation> explanation, Optional<TaxQuestion> open) {}

  /**
   * @throws RefusedException the first thing that stands in the way
   */
  Explained explain(Session session, Cart cart, TaxAsking asking) {
    PricingResult result = tryPrice(session, cart, session.now(), asking);
    refuse(result);
    return result.open().isPresent()
        ? new Explained(Optional.empty(), result.open())
        : new Explained(Optional.of(explain(session, cart, result)), Optional.empty());
  }

  private PricingExplanation explain(Session session, Cart cart, PricingResult result) {
    return from(cart)
        .explain(
            session,
            request(session, cart).withTaxTerms(result.inputs().get().taxTerms()),
            redeemer(cart),
            locked(session, cart, session.now()),
            session.now());
  }

  private static TaxReply reply(
      Session session, Cart cart, TaxQuestion question, TaxAsking asking) {
    return TaxAnswers.find(session, cart.id().value(), question)
        .<TaxReply>map(TaxReply.Answered::new)
        .orElseGet(() -> asking.reply(ChannelDocuments.settings(session)));
  }

  /** What the tax service says, or nothing if it failed. */
  Optional<ExternalTaxes> ask(TaxQuestion question) {
    return calculator.orElseThrow().ask(question).taxes();
  }

  /** Keeps what the host was told by its tax service, if that is about the cart as it is. */
  void answer(Session session, Cart cart, ExternalTaxes answer) {
    PricingResult result = tryPrice(session, cart, session.now(), TaxAsking.POSSIBLE);
    if (calculator.isEmpty() || !result.problems().isEmpty()) {
      throw TaxRefusals.outdated().asException();
    }
    result
        .open()
        .ifPresent(
            question ->
                TaxAnswers.freeze(session, cart.id().value(), question, fit(question, answer)));
  }

  private static ExternalTaxes fit(TaxQuestion question, ExternalTaxes answer) {
    boolean outdated =
        question.items().stream()
            .anyMatch(
                item ->
                    answer.items().containsKey(item.id())
                        && !answer.items().get(item.id()).amount().equals(item.amount()));
    if (outdated) {
      throw TaxRefusals.outdated().asException();
    }
    return CheckedTaxCalculator.checked(question, answer);
  }

  /** What delivery would cost, by each method; if nobody says where to, to where the cart goes. */
  DeliveryOffers deliveries(Session session, Cart cart, Optional<Destination> to) {
    PricingRequest request = request(session, cart);
    return from(cart)
        .deliveries(
            session,
            to.map(request::withDestination).orElse(request),
            redeemer(cart),
            locked(session, cart, session.now()),
            session.now(),
            calculator.isEmpty());
  }

  /**
   * @throws RefusedException {@code cart.gift_not_offered}
   */
  void checkOffered(Session session, Cart cart, GiftChoice choice) {
    boolean offered =
        // Without the tax service: what is given does not depend on taxes.
        from(cart)
            .tryPrice(
                session,
                request(session, cart),
                redeemer(cart),
                locked(session, cart, session.now()),
                session.now())
            .gifts()
            .get()
            .stream()
            .anyMatch(
                gift ->
                    gift.choice().contains(choice.sku())
                        && choice.isAboutGiftOf(gift.choose(choice.sku())));
    if (!offered) {
      throw notOffered(choice);
    }
  }

  private static RefusedException notOffered(GiftChoice choice) {
    return new RefusedException(
        CartService.GIFT_NOT_OFFERED,
        "This gift cannot be chosen for the cart as it is. Look at what its view offers.",
        Facts.of("promotion", choice.promotion(), "gift", choice.gift()).with("sku", choice.sku()));
  }

  /** The prices as they are without earlier promises, so that no promise outlives its longest. */
  PriceLock present(Session session, Cart cart, Instant until) {
    PricingResult result =
        from(cart)
            .tryPrice(session, request(session, cart), redeemer(cart), Map.of(), session.now());
    refuse(result);
    // Not of gifts: what is given for nothing can be another thing tomorrow.
    List<FrozenLine> promised =
        result.inputs().get().lines().stream()
            .filter(line -> line.kind() != TraceStep.Kind.OVERRIDDEN_PRICE)
            .toList();
    return new PriceLock(
        promised.stream().collect(Collectors.toMap(FrozenLine::id, FrozenLine::unitPrice)),
        promised.stream()
            .filter(FrozenLine::reduced)
            .map(FrozenLine::id)
            .collect(Collectors.toSet()),
        session.context().channel(),
        destination(session, cart),
        until);
  }

  private static Map<LineId, Promised> locked(Session session, Cart cart, Instant at) {
    if (cart.priceLock().isEmpty()) {
      return Map.of();
    }
    PriceLock lock = cart.priceLock().get();
    Map<LineId, Promised> locked = new HashMap<>();
    if (lock.counts(at, session.context().channel(), destination(session, cart))) {
      lock.prices()
          .forEach(
              (line, price) ->
                  locked.put(line, new Promised(price, lock.reduced().contains(line))));
    }
    return locked;
  }

  /** The country and the region where a cart goes, or may well go. */
  private static Destination destination(Session session, Cart cart) {
    Destination place =
        cart.delivery()
            .flatMap(DeliveryChoice::address)
            .map(Destination::of)
            .orElseGet(() -> ChannelDocuments.settings(session).market().home());
    return new Destination(place.country(), place.region(), Optional.empty());
  }

  /** Whose coupons count for a cart. */
  public static Redeemer redeemer(Cart cart) {
    Optional<CustomerId> customer = cart.owner().knownCustomer();
    if (cart.contact().isEmpty()) {
      return Redeemer.of(customer);
    }
    BuyerContact contact = cart.contact().get();
    return new Redeemer(customer, contact.email(), contact.phone());
  }

  private static void refuse(PricingResult result) {
    result.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw problem.asException();
            });
  }

  private static TaxTerms terms(Session session, Cart cart) {
    Optional<String> exempt =
        TaxDocuments.exemption(session, cart.owner().knownCustomer(), session.now());
    return exempt.isPresent() ? TaxTerms.exempt(exempt.get()) : TaxTerms.NONE;
  }

  private static PricingLine line(CartLine line) {
    return new PricingLine(line.id(), line.sku(), line.quantity(), line.override());
  }
}
