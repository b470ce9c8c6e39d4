package io.omnicommerce.core.cart;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartEvent;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.CartView;
import io.omnicommerce.cart.HandoffToken;
import io.omnicommerce.cart.MergeReport;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.cart.PriceLock;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.Version;
import io.omnicommerce.common.spi.IdGenerator;
import io.omnicommerce.common.spi.SecretGenerator;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.common.CheckedIds;
import io.omnicommerce.core.common.CheckedSecrets;
import io.omnicommerce.core.common.Secrets;
import io.omnicommerce.core.delivery.DeliveryChoices;
import io.omnicommerce.core.inventory.Elsewhere;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.DeliveryOffers;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The service of carts. */
public final class CoreCartService implements CartService {

  private static final Optional<PriceLock> NO_LOCK = Optional.empty();

  private final Storage storage;
  private final IdGenerator ids;
  private final SecretGenerator secrets;
  private final CartPricing pricing;
  private final CartTaxes taxes;
  private final AttemptLimit couponAttempts;
  private final Optional<Version> expected;

  public CoreCartService(
      Storage storage, IdGenerator ids, SecretGenerator secrets, CartPricing pricing) {
    this(storage, ids, secrets, pricing, AttemptLimit.STANDARD);
  }

  public CoreCartService(
      Storage storage,
      IdGenerator ids,
      SecretGenerator secrets,
      CartPricing pricing,
      AttemptLimit couponAttempts) {
    this(
        storage,
        new CheckedIds(ids),
        new CheckedSecrets(secrets),
        pricing,
        couponAttempts,
        Optional.empty());
  }

  private CoreCartService(
      Storage storage,
      IdGenerator ids,
      SecretGenerator secrets,
      CartPricing pricing,
      AttemptLimit couponAttempts,
      Optional<Version> expected) {
    this.storage = storage;
    this.ids = ids;
    this.secrets = secrets;
    this.pricing = pricing;
    this.taxes = new CartTaxes(storage, pricing);
    this.couponAttempts = couponAttempts;
    this.expected = expected;
  }

  @Override
  public CartService expecting(Version version) {
    Objects.requireNonNull(version, "version");
    return new CoreCartService(
        storage, ids, secrets, pricing, couponAttempts, Optional.of(version));
  }

  @Override
  public CartId open(CallContext context, Currency currency) {
    Objects.requireNonNull(currency, "currency");
    CartOwner owner =
        CartRules.ownerOf(context).orElseThrow(() -> nobody(context, "name the owner instead"));
    CartId id = CartId.of(ids.newId());
    return storage.inTransaction(context, session -> openNew(session, id, owner, currency)).id();
  }

  @Override
  public Cart currentOrOpen(CallContext context, Currency currency) {
    Objects.requireNonNull(currency, "currency");
    CartOwner owner =
        CartRules.ownerOf(context).orElseThrow(() -> nobody(context, "open one for somebody"));
    CartId id = CartId.of(ids.newId());
    return storage.inTransaction(
        context, session -> CurrentCarts.currentOrOpen(session, owner, currency, id));
  }

  @Override
  public MergeReport signIn(CallContext context, String session, Currency currency) {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(currency, "currency");
    CustomerId customer = customerOf(context);
    CartId id = CartId.of(ids.newId());
    return storage.inTransaction(
        context, opened -> CurrentCarts.signIn(opened, session, customer, currency, id));
  }

  private static CustomerId customerOf(CallContext context) {
    return context
        .actor()
        .customer()
        .orElseThrow(() -> nobody(context, "only a customer claims a guest's cart"));
  }

  private static Cart openNew(Session session, CartId id, CartOwner owner, Currency currency) {
    ChannelDocuments.settings(session).market().checkCurrency(currency);
    if (CartDocuments.find(session, id).isPresent()) {
      throw CheckedIds.taken(id.value());
    }
    return opened(session, id, owner, currency);
  }

  @Override
  public Cart open(CallContext context, CartId id, CartOwner owner, Currency currency) {
    Objects.requireNonNull(id, "id");
    if (!owner.is(context.actor())) {
      context.actor().require(ASSIST);
    }
    return storage.inTransaction(context, session -> open(session, id, owner, currency));
  }

  private static Cart open(Session session, CartId id, CartOwner owner, Currency currency) {
    ChannelDocuments.settings(session).market().checkCurrency(currency);
    Optional<Cart> known = CartDocuments.find(session, id).map(Stored::value);
    if (known.isPresent()) {
      return known
          .filter(cart -> cart.owner().equals(owner) && cart.currency().equals(currency))
          .orElseThrow(() -> taken(id));
    }
    return opened(session, id, owner, currency);
  }

  private static Cart opened(Session session, CartId id, CartOwner owner, Currency currency) {
    Cart cart = CartRules.open(id, owner, currency, session.context(), session.now());
    Results.commit(
        session,
        Decision.builder()
            .save(DocumentWrite.create(CartDocuments.TYPE, id.value(), cart))
            .event(CartDocuments.event(cart, new CartEvent.CartOpened(id)))
            .build());
    return cart;
  }

  @Override
  public Cart get(CallContext context, CartId id) {
    return storage.inTransaction(context, session -> CartDocuments.owned(session, id).value());
  }

  @Override
  public CartView view(CallContext context, CartId id) {
    return taxes
        .settle(
            context,
            id,
            asking -> storage.inTransaction(context, session -> view(session, id, asking)),
            CartViews.Viewed::open)
        .view();
  }

  private CartViews.Viewed view(Session session, CartId id, TaxAsking asking) {
    return CartViews.view(pricing, session, CartDocuments.owned(session, id).value(), asking);
  }

  @Override
  public Optional<TaxQuestion> taxQuestion(CallContext context, CartId id) {
    return storage.inTransaction(context, session -> view(session, id, TaxAsking.POSSIBLE).open());
  }

  @Override
  public void answerTaxes(CallContext context, CartId id, ExternalTaxes answer) {
    Objects.requireNonNull(answer, "answer");
    context.actor().require(TaxService.EXEMPT);
    storage.inTransaction(
        context,
        session -> {
          pricing.answer(session, CartDocuments.owned(session, id).value(), answer);
          return id;
        });
  }

  @Override
  public PricingExplanation explanation(CallContext context, CartId id) {
    context.actor().require(PriceService.VIEW);
    return taxes
        .settle(
            context,
            id,
            asking -> storage.inTransaction(context, session -> explain(session, id, asking)),
            CartPricing.Explained::open)
        .explanation()
        .orElseThrow();
  }

  private CartPricing.Explained explain(Session session, CartId id, TaxAsking asking) {
    return pricing.explain(session, CartDocuments.owned(session, id).value(), asking);
  }

  @Override
  public DeliveryOffers deliveries(CallContext context, CartId id, Optional<Destination> to) {
    Objects.requireNonNull(to, "to");
    return storage.inTransaction(
        context,
        session -> pricing.deliveries(session, CartDocuments.owned(session, id).value(), to));
  }

  @Override
  public List<Cart> ofCustomer(CallContext context, CustomerId customer) {
    Actor actor = context.actor();
    if (!CartOwner.known(customer).is(actor) && !actor.may(ASSIST)) {
      return List.of();
    }
    return storage.inTransaction(context, session -> CartDocuments.ofCustomer(session, customer));
  }

  @Override
  public Cart add(CallContext context, CartId id, Sku sku, Quantity quantity) {
    return add(context, id, List.of(NewLine.of(sku, quantity)));
  }

  @Override
  public Cart add(CallContext context, CartId id, List<NewLine> lines) {
    Objects.requireNonNull(lines, "lines");
    List<NewLine> asked = List.copyOf(lines);
    return change(
        context, id, "lines_added", (session, cart) -> CartAdditions.add(session, cart, asked));
  }

  @Override
  public Cart change(CallContext context, CartId id, LineId line, Quantity quantity) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(quantity, "quantity");
    return change(
        context,
        id,
        "line_changed",
        (session, cart) -> {
          Sku sku = CartRules.line(cart, line).sku();
          return CartRules.change(
              cart, line, quantity, CartAdditions.facts(session, cart, List.of(sku)));
        });
  }

  @Override
  public Cart remove(CallContext context, CartId id, LineId line) {
    Objects.requireNonNull(line, "line");
    return change(
        context,
        id,
        "line_removed",
        (session, cart) -> CartRules.remove(cart, line, context, session.now()));
  }

  @Override
  public Cart overridePrice(
      CallContext context, CartId id, LineId line, UnitPrice price, String reason) {
    Objects.requireNonNull(line, "line");
    context.actor().require(PriceService.OVERRIDE);
    PriceOverride override = new PriceOverride(price, reason, context.actor().label());
    return change(
        context,
        id,
        "price_overridden",
        (session, cart) -> {
          CartLine known = CartRules.line(cart, line);
          Cart changed = CartRules.override(cart, line, override, context, session.now());
          CartAdditions.checkFloor(session, cart, known, price);
          return changed;
        });
  }

  @Override
  public Cart charge(CallContext context, CartId id, Charge charge) {
    Objects.requireNonNull(charge, "charge");
    context.actor().require(CHARGE);
    return change(
        context,
        id,
        "charged",
        (session, cart) -> CartRules.charge(cart, charge, context, session.now()));
  }

  @Override
  public Cart removeCharge(CallContext context, CartId id, LineId charge) {
    Objects.requireNonNull(charge, "charge");
    context.actor().require(CHARGE);
    return change(
        context,
        id,
        "charge_removed",
        (session, cart) -> CartRules.removeCharge(cart, charge, context, session.now()));
  }

  @Override
  public Cart applyCoupon(CallContext context, CartId id, String code) {
    Objects.requireNonNull(code, "code");
    return storage
        .inTransaction(
            context,
            session -> CartCoupons.give(session, changeable(session, id), code, couponAttempts))
        .orThrow();
  }

  @Override
  public Cart removeCoupon(CallContext context, CartId id, String code) {
    Objects.requireNonNull(code, "code");
    return change(
        context,
        id,
        "coupon_taken_back",
        (session, cart) ->
            CartRules.withoutCoupon(cart, CartCoupons.kept(session, code), context, session.now()));
  }

  @Override
  public Cart chooseGift(CallContext context, CartId id, GiftChoice choice) {
    Objects.requireNonNull(choice, "choice");
    return change(
        context,
        id,
        "gift_chosen",
        (session, cart) -> {
          pricing.checkOffered(session, cart, choice);
          return CartRules.gift(cart, choice, context, session.now());
        });
  }

  @Override
  public Cart contact(CallContext context, CartId id, BuyerContact contact) {
    Objects.requireNonNull(contact, "contact");
    return change(
        context,
        id,
        "contact_given",
        (session, cart) -> CartRules.contact(cart, contact, context, session.now()));
  }

  @Override
  public Cart deliver(CallContext context, CartId id, DeliveryChoice choice) {
    Objects.requireNonNull(choice, "choice");
    return change(
        context,
        id,
        "delivery_chosen",
        (session, cart) -> {
          DeliveryChoices.refusal(
                  session, ChannelDocuments.settings(session), cart.currency(), choice)
              .ifPresent(
                  refusal -> {
                    throw refusal.asException();
                  });
          return CartRules.deliver(cart, choice, context, session.now());
        });
  }

  @Override
  public Cart choosePayment(CallContext context, CartId id, String method) {
    Text.id(method, "method");
    return change(
        context,
        id,
        "payment_chosen",
        (session, cart) -> CartRules.payment(cart, method, context, session.now()));
  }

  @Override
  public Cart lockPrices(CallContext context, CartId id, Duration life) {
    CartRules.checkLife(life);
    return change(
        context,
        id,
        "prices_locked",
        (session, cart) ->
            CartRules.lock(
                cart,
                pricing.present(session, cart, session.now().plus(life)),
                context,
                session.now()));
  }

  @Override
  public ReservationOutcome reserve(CallContext context, CartId id, Duration life) {
    CartRules.checkLife(life);
    ReservationId reservation = ReservationId.of(ids.newId());
    return reserve(context, id, reservation, life, (session, cart, until) -> NO_LOCK);
  }

  @Override
  public ReservationOutcome promise(CallContext context, CartId id, Duration life) {
    CartRules.checkLife(life);
    ReservationId reservation = ReservationId.of(ids.newId());
    return reserve(
        context,
        id,
        reservation,
        life,
        (session, cart, until) -> Optional.of(pricing.present(session, cart, until)));
  }

  private ReservationOutcome reserve(
      CallContext context, CartId id, ReservationId reservation, Duration life, Locking lock) {
    return Elsewhere.deciding(
        elsewhere ->
            storage.inTransaction(
                context,
                session -> {
                  Stored<Cart> cart = changeable(session, id);
                  return CartHolds.reserve(
                      elsewhere,
                      pricing.sourcer(),
                      session,
                      cart,
                      reservation,
                      life,
                      until -> lock.lock(session, cart.value(), until));
                }));
  }

  /** What prices a cart keeps while it is reserved. */
  @FunctionalInterface
  private interface Locking {
    Optional<PriceLock> lock(Session session, Cart cart, Instant until);
  }

  @Override
  public Instant extend(CallContext context, CartId id, Duration life) {
    CartRules.checkLife(life);
    return storage.inTransaction(
        context, session -> CartHolds.extend(session, changeable(session, id), life));
  }

  @Override
  public HandoffToken handOff(CallContext context, CartId id, Duration life) {
    CartRules.checkLife(life);
    String secret = Secrets.token(secrets);
    return storage.inTransaction(
        context, session -> Handoffs.grant(session, changeable(session, id).value(), secret, life));
  }

  @Override
  public Cart accept(CallContext context, String secret) {
    if (CartRules.ownerOf(context).isEmpty()) {
      context.actor().require(ASSIST);
    }
    return storage.inTransaction(context, session -> Handoffs.accept(session, secret, expected));
  }

  @Override
  public MergeReport merge(CallContext context, CartId guest, String session, CartId into) {
    Objects.requireNonNull(guest, "guest");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(into, "into");
    return storage.inTransaction(
        context, opened -> CartMerges.merge(opened, guest, session, into, expected));
  }

  @Override
  public Cart claim(CallContext context, CartId guest, String session) {
    Objects.requireNonNull(guest, "guest");
    Objects.requireNonNull(session, "session");
    CustomerId customer = customerOf(context);
    return storage.inTransaction(
        context, opened -> CartMerges.claim(opened, guest, session, customer, expected));
  }

  private Cart change(CallContext context, CartId id, String change, Rule rule) {
    return storage.inTransaction(
        context,
        session -> {
          Stored<Cart> stored = changeable(session, id);
          return CartDocuments.saved(session, stored, rule.apply(session, stored.value()), change);
        });
  }

  private Stored<Cart> changeable(Session session, CartId id) {
    Stored<Cart> stored = CartDocuments.owned(session, id);
    CartRules.requireVersion(stored.value(), expected);
    CartRules.requireOpen(stored.value(), session.now());
    return stored;
  }

  private static InvalidInputException nobody(CallContext context, String advice) {
    return new InvalidInputException(
        InvalidInputException.OUT_OF_RANGE,
        "actor",
        context.actor().kind().name(),
        "must be a guest or a customer; " + advice);
  }

  private static RefusedException taken(CartId id) {
    return new RefusedException(
        ID_TAKEN, "The id " + id + " belongs to another cart.", Facts.of("cart", id));
  }

  /** What a change makes of a cart. */
  private interface Rule {
    Cart apply(Session session, Cart cart);
  }
}
