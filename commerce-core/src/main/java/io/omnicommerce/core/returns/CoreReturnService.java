package io.omnicommerce.core.returns;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnEvent;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.returns.RmaStatus;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The service of returns. */
public final class CoreReturnService implements ReturnService {

  private final Storage storage;
  private final Pricing pricing;
  private final RmaRefunds refunds;
  private final GoodwillRefunds goodwill;

  public CoreReturnService(Storage storage, CorePaymentService payments, Pricing pricing) {
    this.storage = storage;
    this.pricing = pricing;
    this.refunds = new RmaRefunds(storage, new Refunds(payments));
    this.goodwill = new GoodwillRefunds(storage, new Refunds(payments));
  }

  @Override
  public Rma get(CallContext context, RmaId id) {
    return storage.inTransaction(context, session -> visible(session, id).value());
  }

  @Override
  public List<Rma> ofOrder(CallContext context, OrderId order) {
    Objects.requireNonNull(order, "order");
    return storage.inTransaction(
        context,
        session -> {
          OrderId seen =
              seen(session, order).orElseThrow(() -> OrderDocuments.notFound(order)).id();
          return ReturnDocuments.ofOrder(session, seen).stream().map(Stored::value).toList();
        });
  }

  @Override
  public Rma open(CallContext context, RmaId id, OrderId order, List<ReturnLine> lines) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(order, "order");
    List<ReturnLine> summed = ReturnRules.summed(lines);
    return storage.inTransaction(context, session -> open(session, id, order, summed));
  }

  private static Rma open(Session session, RmaId id, OrderId orderId, List<ReturnLine> lines) {
    Order order = original(session, orderId);
    Optional<Rma> known = ReturnDocuments.find(session, id).map(Stored::value);
    if (known.isPresent()) {
      return known
          .filter(rma -> rma.order().equals(orderId) && rma.lines().equals(lines))
          .orElseThrow(() -> taken(id));
    }
    Rma rma = ReturnRules.open(id, order, lines, session.context(), session.now());
    Results.commit(
        session,
        Decision.builder()
            .save(DocumentWrite.create(ReturnDocuments.TYPE, id.value(), rma))
            .event(ReturnDocuments.event(rma, new ReturnEvent.ReturnOpened(id, orderId)))
            .build());
    return rma;
  }

  private static RefusedException taken(RmaId id) {
    return new RefusedException(
        ID_TAKEN,
        "The number " + id + " belongs to another return. Use another number.",
        Facts.of("rma", id));
  }

  @Override
  public Money preview(CallContext context, OrderId order, List<ReturnLine> lines) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(order, "order");
    List<ReturnLine> summed = ReturnRules.summed(lines);
    return storage.inTransaction(
        context,
        session -> {
          Order original = original(session, order);
          ReturnRules.checkReturnable(original, summed);
          return Dues.of(session, pricing, original).of(summed);
        });
  }

  @Override
  public Rma receive(CallContext context, RmaId id, LocationId location, Disposition disposition) {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(disposition, "disposition");
    context.actor().require(RECEIVE);
    return storage.inTransaction(context, session -> receive(session, id, location, disposition));
  }

  private Rma receive(Session session, RmaId id, LocationId location, Disposition disposition) {
    Stored<Order> order = orderOf(session, ReturnDocuments.require(session, id).value());
    // Read after the order: if somebody receives it now, this tells, and not the order's
    // quantities.
    Stored<Rma> stored = ReturnDocuments.require(session, id);
    Rma rma = stored.value();
    if (isReceived(rma, location, disposition)) {
      return rma;
    }
    ChannelDocuments.location(session, location);
    ReturnRules.Received received =
        ReturnRules.receive(
            rma,
            order.value(),
            location,
            disposition,
            entries(session, order.value(), rma),
            Dues.of(session, pricing, order.value()),
            session.context(),
            session.now());
    Results.commit(session, decision(stored, order, received, location));
    return received.rma();
  }

  private static boolean isReceived(Rma rma, LocationId location, Disposition disposition) {
    return rma.receivedAt().equals(Optional.of(location))
        && rma.disposition().equals(Optional.of(disposition));
  }

  private static Entries entries(Session session, Order order, Rma rma) {
    return CatalogDocuments.require(
        session,
        rma.lines().stream()
            .flatMap(line -> ReturnRules.parts(order, line))
            .map(AllocatedPart::sku)
            .distinct()
            .toList());
  }

  private static Decision decision(
      Stored<Rma> rma, Stored<Order> order, ReturnRules.Received received, LocationId location) {
    Order changed = received.order();
    Decision.Builder decision =
        Decision.builder()
            .save(DocumentWrite.update(ReturnDocuments.TYPE, rma, received.rma()))
            .save(DocumentWrite.update(OrderDocuments.TYPE, order, changed))
            .event(
                ReturnDocuments.event(
                    received.rma(),
                    new ReturnEvent.ReturnReceived(rma.value().id(), changed.id(), location)))
            .event(
                OrderDocuments.event(
                    changed, new OrderEvent.OrderProgressed(changed.id(), "returned")));
    received.goods().ifPresent(goods -> decision.step(new LedgerStep.Post(goods)));
    return decision.build();
  }

  @Override
  public RefundOutcome refund(CallContext context, RmaId id, IdempotencyKey key) {
    Objects.requireNonNull(key, "key");
    context.actor().require(REFUND);
    return refunds.refund(context, id, key, Optional.empty());
  }

  @Override
  public RefundOutcome refundBy(
      CallContext context, RmaId id, Tender.Kind tender, IdempotencyKey key) {
    Objects.requireNonNull(tender, "tender");
    Objects.requireNonNull(key, "key");
    context.actor().require(REFUND);
    return refunds.refund(context, id, key, Optional.of(tender));
  }

  @Override
  public Rma cancel(CallContext context, RmaId id) {
    return storage.inTransaction(
        context,
        session -> {
          Stored<Rma> stored = visible(session, id);
          if (stored.value().status() == RmaStatus.CANCELLED) {
            return stored.value();
          }
          Rma rma = ReturnRules.cancelled(stored.value());
          Results.commit(
              session,
              Decision.builder()
                  .save(DocumentWrite.update(ReturnDocuments.TYPE, stored, rma))
                  .event(
                      ReturnDocuments.event(rma, new ReturnEvent.ReturnCancelled(id, rma.order())))
                  .build());
          return rma;
        });
  }

  @Override
  public Money refundGoodwill(
      CallContext context, OrderId order, Money amount, String reason, IdempotencyKey key) {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(key, "key");
    context.actor().require(REFUND);
    return goodwill.refund(context, order, amount, reason, key);
  }

  private static Order original(Session session, OrderId id) {
    return seen(session, id)
        .orElseThrow(
            () -> new NotFoundException(ORIGINAL_UNKNOWN, Reference.of("order", id.value())));
  }

  private static Optional<Order> seen(Session session, OrderId id) {
    return OrderDocuments.find(session, id)
        .map(Stored::value)
        .filter(order -> isVisible(session, order));
  }

  private static Stored<Rma> visible(Session session, RmaId id) {
    return ReturnDocuments.find(session, id)
        .filter(stored -> isVisible(session, orderOf(session, stored.value()).value()))
        .orElseThrow(() -> ReturnDocuments.notFound(id));
  }

  private static boolean isVisible(Session session, Order order) {
    Actor actor = session.context().actor();
    return actor.may(RECEIVE) || actor.may(REFUND) || OrderDocuments.isVisible(session, order);
  }

  static Stored<Order> orderOf(Session session, Rma rma) {
    return OrderDocuments.find(session, rma.order())
        .orElseThrow(() -> OrderDocuments.notFound(rma.order()));
  }
}
