package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.checkout.CheckoutStatus;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.common.spi.IdGenerator;
import io.omnicommerce.core.cart.CartDocuments;
import io.omnicommerce.core.cart.CartHolds;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.cart.CartRules;
import io.omnicommerce.core.cart.CartTaxes;
import io.omnicommerce.core.cart.TaxAsking;
import io.omnicommerce.core.common.ReadableCode;
import io.omnicommerce.core.inventory.Elsewhere;
import io.omnicommerce.core.inventory.PromisedGoods;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.payment.CheckedGateway;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.core.promotion.PromotionAccounts;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.core.value.PresentedCards;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayRequest;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The first step: one decision that holds everything and writes down what is intended. */
final class Beginning {

  private static final String COMMAND = "checkout.begin";

  private final Storage storage;
  private final IdGenerator ids;
  private final CartPricing pricing;
  private final CartTaxes taxes;
  private final AttemptLimit giftCardAttempts;

  Beginning(Storage storage, IdGenerator ids, CartPricing pricing, AttemptLimit giftCardAttempts) {
    this.giftCardAttempts = giftCardAttempts;
    this.pricing = pricing;
    this.taxes = new CartTaxes(storage, pricing);
    this.storage = storage;
    this.ids = ids;
  }

  Begun begin(CallContext context, CartId cart, CheckoutRequest request, IdempotencyKey key) {
    if (request.tender().kind() == Tender.Kind.CASH) {
      context.actor().require(PaymentService.CAPTURE);
    }
    NewIds given = new NewIds(ids);
    try {
      return taxes.settle(
          context,
          cart,
          asking ->
              Elsewhere.deciding(
                  elsewhere ->
                      storage.inTransaction(
                          context,
                          session -> begin(session, cart, request, key, given, asking, elsewhere))),
          Begun::open);
    } catch (RefusedException refused) {
      return Begun.Refused.of(refused.refusal());
    } catch (StorageException failed) {
      given.check(storage, context, failed);
      if (failed.code().equals(StorageException.KEY_TAKEN) && request.number().isPresent()) {
        return Begun.Refused.of(Fitness.numberTaken(request.number().get()));
      }
      throw failed;
    }
  }

  private Begun begin(
      Session session,
      CartId id,
      CheckoutRequest request,
      IdempotencyKey key,
      NewIds given,
      TaxAsking asking,
      Elsewhere elsewhere) {
    Optional<String> known = Commands.resultOf(session, COMMAND, key, content(id, request));
    if (known.isPresent()) {
      Checkout checkout = CheckoutDocuments.owned(session, CheckoutId.of(known.get())).value();
      return new Begun.Ready(checkout, request(session, checkout), false);
    }
    Stored<Cart> cart = CartDocuments.owned(session, id);
    Optional<Checkout> earlier = unfinished(session, cart.value());
    if (earlier.filter(checkout -> mayBePaid(checkout, session.now())).isPresent()) {
      return new Begun.Stale(earlier.get().id());
    }
    CartRules.requireOpen(cart.value(), session.now());
    Optional<PresentedCards> cards = cards(session, cart.value(), request);
    if (cards.flatMap(PresentedCards::refusal).isPresent()) {
      cards.get().writeDown();
      return Begun.Refused.of(cards.get().refusal().get());
    }
    Fitness fitness = new Fitness(pricing, session, cart, request, asking);
    Optional<Fit> fit = fitness.judge();
    if (fit.isPresent()) {
      Money total = total(fit.get().priced());
      List<PresentedCards.Share> shares =
          cards.map(presented -> presented.shares(total)).orElse(List.of());
      GiftCardParts.checkCovered(request.tender(), total, shares);
      return hold(session, fit.get(), request, key, given, shares, elsewhere);
    }
    return fitness.open().isPresent()
        ? new Begun.Untaxed(fitness.open().get())
        : new Begun.Refused(fitness.reasons());
  }

  /** The gift cards that are to pay, if some are. */
  private Optional<PresentedCards> cards(Session session, Cart cart, CheckoutRequest request) {
    return request.giftCards().isEmpty()
        ? Optional.empty()
        : Optional.of(
            PresentedCards.of(
                session, giftCardAttempts, request.giftCards(), Optional.of(cart.currency())));
  }

  /** An attempt at the cart that has not ended. */
  private static Optional<Checkout> unfinished(Session session, Cart cart) {
    return cart.status() == CartStatus.CHECKING_OUT
        ? cart.successor()
            .map(Reference::id)
            .flatMap(id -> CheckoutDocuments.find(session, id))
            .filter(checkout -> !CheckoutRules.isEnded(checkout))
        : Optional.empty();
  }

  /** Nobody is at it any more, or nobody knows. */
  private static boolean mayBePaid(Checkout checkout, Instant now) {
    return checkout.status() == CheckoutStatus.UNKNOWN || !now.isBefore(checkout.until());
  }

  private Begun hold(
      Session session,
      Fit fit,
      CheckoutRequest request,
      IdempotencyKey key,
      NewIds given,
      List<PresentedCards.Share> shares,
      Elsewhere elsewhere) {
    Checkout checkout = checkout(session, fit, request, given, shares);
    Optional<Payment> payment =
        checkout
            .payment()
            .map(
                id ->
                    PaymentRules.intended(
                        id,
                        CheckoutRules.reference(checkout),
                        request.tender(),
                        checkout.rest(),
                        session.now()));
    Decision.Builder decision =
        Decision.builder()
            .save(DocumentWrite.create(CheckoutDocuments.TYPE, checkout.id().value(), checkout))
            .save(pricing(checkout, fit))
            .save(
                Commands.done(
                    session,
                    COMMAND,
                    key,
                    content(fit.cart().value().id(), request),
                    checkout.id().value()));
    payment.map(PaymentDocuments::created).ifPresent(decision::save);
    CartDocuments.save(decision, fit.cart(), blocked(session, fit, checkout), "checkout_begun");
    CartHolds.release(session, fit.cart().value()).ifPresent(decision::step);
    held(session, fit, checkout).ifPresent(decision::step);
    PromisedGoods.queueing(checkout.hold(), fit.sources(), session.now()).forEach(decision::save);
    CallContext context = session.context();
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.Refused refused) {
      elsewhere.check(refused, StockSource.legs(fit.sources()));
      return new Begun.Refused(Shortages.of(refused.shortfalls(), fit.entries()));
    }
    Results.checkCurrent(result);
    return new Begun.Ready(checkout, payment.flatMap(paid -> request(context, paid)), true);
  }

  /** Frozen with the attempt, under the id of the order that it may become. */
  private static DocumentWrite<PricingInputs> pricing(Checkout checkout, Fit fit) {
    return DocumentWrite.create(OrderDocuments.PRICING, checkout.id().value(), fit.inputs().get());
  }

  private static Cart blocked(Session session, Fit fit, Checkout checkout) {
    return CartRules.beginCheckout(
        fit.cart().value(),
        CheckoutRules.reference(checkout),
        checkout.until(),
        session.context(),
        session.now());
  }

  /** What nobody carries has no stock to be held; uses and gift cards come behind the stock. */
  private static Optional<LedgerStep> held(Session session, Fit fit, Checkout checkout) {
    List<Leg> legs = StockSource.legs(fit.sources());
    legs.addAll(
        Redemptions.of(
            session,
            fit.cart().value(),
            fit.priced(),
            () -> fit.inputs().get().occasion().orders()));
    legs.addAll(GiftCardParts.legs(checkout));
    return legs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LedgerStep.Hold(
                PromotionAccounts.opening(Batch.of(BatchId.of(checkout.hold()), legs)),
                Optional.of(CheckoutService.HOLD_LIFE)));
  }

  private static Checkout checkout(
      Session session,
      Fit fit,
      CheckoutRequest request,
      NewIds given,
      List<PresentedCards.Share> shares) {
    CheckoutId id = given.checkout();
    PricedCart priced = fit.priced();
    Money rest = GiftCardParts.rest(total(priced), shares);
    return new Checkout(
        id,
        Version.of(1),
        CheckoutStatus.BEGUN,
        fit.cart().value().id(),
        fit.cart().value().version(),
        ContentHash.of(priced.lines(), priced.charges(), priced.totals()),
        priced,
        CheckoutRules.KIND + '/' + id,
        HeldBundles.of(fit.sources()),
        rest.isPositive() ? Optional.of(given.payment()) : Optional.empty(),
        GiftCardParts.of(shares, given),
        request.number().orElseGet(() -> OrderNumber.of(ReadableCode.of(id.value()))),
        Optional.empty(),
        Optional.empty(),
        session.now().plus(CheckoutService.HOLD_LIFE),
        List.of());
  }

  /** What is still to be asked of the gateway for an attempt. */
  private static Optional<GatewayRequest> request(Session session, Checkout checkout) {
    return CheckoutRules.isEnded(checkout)
        ? Optional.empty()
        : checkout
            .payment()
            .map(payment -> PaymentDocuments.require(session, payment).value())
            .flatMap(payment -> request(session.context(), payment));
  }

  private static Optional<GatewayRequest> request(CallContext context, Payment payment) {
    return payment.tender().kind() == Tender.Kind.CARD
        ? Optional.of(CheckedGateway.authorization(context.tenant(), payment))
        : Optional.empty();
  }

  private static Money total(PricedCart priced) {
    return priced.totals().grand();
  }

  private static String content(CartId cart, CheckoutRequest request) {
    return String.join(
        "\n",
        cart.value(),
        request.tender().kind().name(),
        request.tender().token(),
        request.tender().method(),
        text(request.expectedTotal()),
        text(request.expectedVersion()),
        text(request.number()),
        GiftCardParts.text(request.giftCards()));
  }

  private static String text(Optional<?> value) {
    return value.isPresent() ? value.get().toString() : "";
  }
}
