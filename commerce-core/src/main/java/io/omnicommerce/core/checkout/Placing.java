package io.omnicommerce.core.checkout;

import io.omnicommerce.channel.Channel;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.checkout.GiftCardPart;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.cart.CartDocuments;
import io.omnicommerce.core.cart.CartRules;
import io.omnicommerce.core.cart.CartSources;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.core.delivery.DeliveryDocuments;
import io.omnicommerce.core.delivery.SourcedPromise;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.fulfillment.FulfillmentRules;
import io.omnicommerce.core.inventory.PromisedGoods;
import io.omnicommerce.core.inventory.Sourcing;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.core.inventory.TermAccounts;
import io.omnicommerce.core.order.NewOrder;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.core.promotion.PromotionAccounts;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.spi.GatewayAnswer.Approved;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes an order of an attempt that was paid. */
final class Placing {

  private Placing() {}

  /** Empty if the hold has ended while this was decided. */
  static Optional<CheckoutOutcome> place(
      Attempt attempt, PromisedGoods promised, Approved approved) {
    Session session = attempt.session();
    DeliveryMethod method = method(attempt);
    Order order = OrderRules.place(order(attempt, promised, method));
    Checkout placed = CheckoutRules.placed(attempt.checkout(), order.id());
    Reference subject = Reference.of(OrderDocuments.TYPE.name(), order.id().value());
    Decision.Builder decision =
        attempt
            .save(placed)
            .save(DocumentWrite.create(OrderDocuments.TYPE, order.id().value(), order))
            .event(OrderDocuments.event(order, told(order)));
    attempt
        .payment()
        .map(
            paid ->
                PaymentRules.approved(paid.value(), approved.reference(), subject, session.now()))
        .ifPresent(paid -> attempt.pay(decision, paid));
    attempt.checkout().giftCards().forEach(part -> pay(decision, part, subject, session.now()));
    attempt.confirm().ifPresent(decision::step);
    attempt.hold().map(GiftCardParts::spend).orElse(List.of()).forEach(decision::step);
    CartDocuments.save(
        decision,
        attempt.cart(),
        CartRules.ordered(attempt.cart().value(), subject, session.context(), session.now()),
        "ordered");
    for (Fulfillment job : FulfillmentRules.request(order, method.kind(), session.now())) {
      FulfillmentDocuments.request(decision, job);
    }
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.NotHeld) {
      return Optional.empty();
    }
    Results.checkCurrent(result);
    return Optional.of(Endings.told(placed));
  }

  private static void pay(
      Decision.Builder decision, GiftCardPart part, Reference subject, Instant now) {
    Payment paid =
        PaymentRules.byGiftCard(part.payment(), subject, part.card(), part.amount(), now);
    decision
        .save(PaymentDocuments.created(paid))
        .event(PaymentDocuments.statusChanged(paid))
        .event(PaymentDocuments.captured(paid));
  }

  /** The payment of the rest, if there is one, and those by gift cards. */
  private static List<PaymentId> payments(Checkout checkout) {
    List<PaymentId> payments = new ArrayList<>(checkout.payment().stream().toList());
    checkout.giftCards().forEach(part -> payments.add(part.payment()));
    return payments;
  }

  /**
   * Holds the stock of an attempt anew, whose hold has expired while the gateway was asked, if what
   * was given is still due (L21).
   *
   * @return what is not there any more
   */
  static List<Refusal> holdAnew(Attempt attempt) {
    if (CheckoutRules.isEnded(attempt.checkout()) || attempt.hasItsStock()) {
      return List.of();
    }
    Session session = attempt.session();
    Checkout checkout = attempt.checkout();
    List<Refusal> ended = new ArrayList<>(Redemptions.ended(session, checkout.priced()));
    GiftCardParts.ended(session, checkout).ifPresent(ended::add);
    if (!ended.isEmpty()) {
      return ended;
    }
    HoldGroup lost = attempt.hold().orElseThrow();
    String hold = CheckoutRules.KIND + '-' + checkout.version() + '/' + checkout.id();
    Checkout held =
        CheckoutRules.heldAnew(checkout, hold, session.now().plus(CheckoutService.HOLD_LIFE));
    Entries entries =
        CatalogDocuments.require(
            session, supplies(lost).stream().map(line -> TermAccounts.sku(line.from())).toList());
    Channel channel =
        ChannelDocuments.settings(session, attempt.cart().value().lastChannel()).channel();
    List<Leg> legs = new ArrayList<>(Sourcing.again(session, channel, lost, entries));
    legs.addAll(
        Redemptions.of(session, attempt.cart().value(), checkout.priced(), attempt::ordersBefore));
    legs.addAll(GiftCardParts.legs(checkout));
    Decision.Builder decision =
        attempt
            .save(held)
            .step(
                new LedgerStep.Hold(
                    PromotionAccounts.opening(Batch.of(BatchId.of(hold), legs)),
                    Optional.of(CheckoutService.HOLD_LIFE)));
    attempt.release().ifPresent(decision::step);
    attempt.promised().again(decision, hold, session.now());
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.Refused refused) {
      return Shortages.of(refused.shortfalls(), entries);
    }
    Results.checkCurrent(result);
    return List.of();
  }

  /** The lines of goods, be they there or promised. */
  private static List<HoldLine> supplies(HoldGroup group) {
    return group.lines().stream().filter(line -> TermAccounts.isSupply(line.from())).toList();
  }

  /** The lines of stock; what else bounds them, uses and gift cards stand behind them. */
  private static List<HoldLine> goods(HoldGroup group) {
    List<HoldLine> goods = new ArrayList<>();
    for (HoldLine line : group.lines()) {
      if (StockAccounts.isStock(line.from())) {
        goods.add(line);
      }
    }
    return goods;
  }

  private static NewOrder order(Attempt attempt, PromisedGoods promised, DeliveryMethod method) {
    Session session = attempt.session();
    Checkout checkout = attempt.checkout();
    List<PricedLine> lines = checkout.priced().lines();
    Entries entries =
        CatalogDocuments.require(session, lines.stream().map(PricedLine::sku).toList());
    Map<LineId, List<Allocation>> allocations = allocations(attempt, promised, entries);
    return new NewOrder(
        OrderId.of(checkout.id().value()),
        checkout.number(),
        attempt.cart().value(),
        checkout.priced(),
        allocations,
        entries,
        promise(attempt, method, allocations),
        payments(checkout),
        CustomerDocuments.cards(session, attempt.cart().value().owner().knownCustomer()),
        session.context().withChannel(attempt.cart().value().lastChannel()),
        session.now());
  }

  /** By the very locations from which the goods come, once the last of them are there. */
  private static DeliveryPromise promise(
      Attempt attempt, DeliveryMethod method, Map<LineId, List<Allocation>> allocations) {
    Session session = attempt.session();
    Optional<LocationId> pickup = attempt.cart().value().delivery().flatMap(DeliveryChoice::pickup);
    Set<LocationId> sources = new LinkedHashSet<>();
    allocations.values().forEach(all -> all.forEach(one -> sources.add(one.source())));
    return SourcedPromise.of(
        session,
        FulfillmentDocuments::openJobs,
        method,
        pickup,
        sources,
        Awaited.expected(session, allocations.values()).orElse(session.now()));
  }

  private static Map<LineId, List<Allocation>> allocations(
      Attempt attempt, PromisedGoods promised, Entries entries) {
    List<HoldLine> group = attempt.hold().map(HoldGroup::lines).orElse(List.of());
    Allotting allotting =
        new Allotting(
            attempt.checkout().hold(),
            group,
            promised,
            HeldBundles.parts(attempt.session(), attempt.checkout()));
    Map<LineId, List<Allocation>> allocations = new HashMap<>();
    for (PricedLine line : attempt.checkout().priced().lines()) {
      List<Allocation> held = allotting.next(line, entries.of(line.sku()).unit().decimals());
      allocations.put(line.id(), held.isEmpty() ? List.of(without(attempt, line)) : held);
    }
    return allocations;
  }

  private static Allocation without(Attempt attempt, PricedLine line) {
    return Allocation.of(fallback(attempt), attempt.checkout().hold(), List.of(), line.quantity());
  }

  /** What nobody carries is where it is picked up, or comes from where the rest comes from. */
  private static LocationId fallback(Attempt attempt) {
    return attempt
        .cart()
        .value()
        .delivery()
        .flatMap(DeliveryChoice::pickup)
        .orElseGet(() -> first(attempt));
  }

  private static LocationId first(Attempt attempt) {
    List<HoldLine> goods = goods(attempt);
    return goods.isEmpty()
        ? CartSources.locations(
                attempt.session(),
                ChannelDocuments.settings(attempt.session()),
                attempt.cart().value())
            .get(0)
        : StockAccounts.location(goods.get(0).from());
  }

  private static List<HoldLine> goods(Attempt attempt) {
    return attempt.hold().isPresent() ? goods(attempt.hold().get()) : List.of();
  }

  private static DeliveryMethod method(Attempt attempt) {
    return DeliveryDocuments.require(
        attempt.session(), attempt.cart().value().delivery().orElseThrow().method());
  }

  private static OrderEvent told(Order order) {
    return new OrderEvent.OrderPlaced(
        order.id(), order.number(), order.cart(), order.totals().grand());
  }
}
