package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.delivery.DeliveryDocuments;
import io.omnicommerce.core.delivery.DeliveryRules;
import io.omnicommerce.core.delivery.SourcedPromise;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.fulfillment.Flow;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.fulfillment.FulfillmentRules;
import io.omnicommerce.core.fulfillment.Resourcing;
import io.omnicommerce.core.order.AllocationRules;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderOrigin;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves a pickup to another location: its goods, its job, its promise; nothing else changes. */
final class Redirection {

  private static final String COMMAND = "checkout.change_pickup";
  private static final String WHAT = "pickup_changed";

  private final Session session;
  private final Sourcer sourcer;
  private final Flow jobs;
  private final Stored<Order> stored;
  private final LocationId to;
  private final List<LedgerStep> released = new ArrayList<>();

  private Redirection(
      Session session, Sourcer sourcer, Flow jobs, Stored<Order> stored, LocationId to) {
    this.session = session;
    this.sourcer = sourcer;
    this.jobs = jobs;
    this.stored = stored;
    this.to = to;
  }

  static Order changePickup(
      Session session, Sourcer sourcer, Flow jobs, OrderId id, LocationId to, IdempotencyKey key) {
    Stored<Order> stored = theirs(session, id);
    DeliveryRules.fetchedAt(
            stored.value().delivery().method(), ChannelDocuments.location(session, to))
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    String content = id + "\n" + to;
    if (Commands.resultOf(session, COMMAND, key, content).isPresent()) {
      // Read again: what was read before the command may be older than it.
      return OrderDocuments.find(session, id).orElseThrow().value();
    }
    Decision.Builder decision =
        Decision.builder().save(Commands.done(session, COMMAND, key, content, id.value()));
    Order after = new Redirection(session, sourcer, jobs, stored, to).decide(decision);
    Results.commitWhileThere(session, decision.build());
    return after;
  }

  private static Stored<Order> theirs(Session session, OrderId id) {
    return OrderDocuments.find(session, id)
        .filter(
            stored ->
                stored.value().owner().is(session.context().actor())
                    || session.context().actor().may(FulfillmentService.WORK))
        .orElseThrow(() -> OrderDocuments.notFound(id));
  }

  private Order decide(Decision.Builder decision) {
    Order order = stored.value();
    checkWaits(order);
    String group = "pickup/" + order.id() + "/" + order.version().next();
    Resourcing found =
        Resourcing.of(
            session, sourcer, order, withoutGoods(order), Optional.of(to), groups(order), group);
    if (!found.complete()) {
      throw outOfStock(order);
    }
    List<Stored<Fulfillment>> before = FulfillmentDocuments.ofOrder(session, order.id());
    Order after =
        OrderRules.redirected(
            order,
            found.lines(),
            order.delivery().withPickup(to),
            promise(order, found),
            WHAT,
            session.context(),
            session.now());
    before.forEach(job -> end(decision, job));
    FulfillmentRules.request(after, DeliveryMethod.Kind.PICKUP, before.size(), group, session.now())
        .forEach(job -> FulfillmentDocuments.request(decision, job));
    released.forEach(decision::step);
    found.steps().forEach(decision::step);
    decision
        .save(DocumentWrite.update(OrderDocuments.TYPE, stored, after))
        .event(OrderDocuments.event(after, new OrderEvent.OrderProgressed(after.id(), WHAT)));
    return after;
  }

  private static List<BatchId> groups(Order order) {
    return order.groups().stream().map(BatchId::of).toList();
  }

  /** The lines when all that is open of them has been given back. */
  private List<OrderLine> withoutGoods(Order order) {
    List<OrderLine> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      AllocationRules.Moved moved = AllocationRules.released(line);
      released.addAll(moved.steps());
      if (!moved.line().unallocated().isZero()) {
        lines.add(moved.line());
      }
    }
    return lines;
  }

  private DeliveryPromise promise(Order order, Resourcing found) {
    return SourcedPromise.of(
        session,
        sourcer.workload(),
        DeliveryDocuments.require(session, order.delivery().method()),
        Optional.of(to),
        found.lines().stream()
            .flatMap(line -> line.allocations().stream())
            .filter(from -> !from.open().isZero())
            .map(Allocation::source)
            .toList(),
        session.now());
  }

  private void end(Decision.Builder decision, Stored<Fulfillment> job) {
    if (job.value().step().isEnded()) {
      return;
    }
    Fulfillment ended = FulfillmentRules.cancelled(jobs, job.value());
    decision
        .save(DocumentWrite.update(FulfillmentDocuments.TYPE, job, ended))
        .event(
            FulfillmentDocuments.event(
                ended, new FulfillmentEvent.FulfillmentCancelled(ended.id(), ended.order())));
  }

  private static void checkWaits(Order order) {
    boolean open =
        switch (order.status()) {
          case PLACED, ON_HOLD, CONFIRMED -> true;
          case CANCELLED, CLOSED -> false;
        };
    boolean left = order.lines().stream().anyMatch(line -> !line.shipped().isZero());
    boolean elsewhere = order.origin().filter(OrderOrigin::ships).isPresent();
    if (!open || left || elsewhere || order.delivery().pickup().isEmpty()) {
      throw new RefusedException(
          CheckoutService.NOT_CHANGEABLE,
          "The order is no pickup that still waits.",
          Facts.of("status", order.status()));
    }
  }

  private RefusedException outOfStock(Order order) {
    return new RefusedException(
        InventoryService.OUT_OF_STOCK,
        "Not all of the order "
            + order.number()
            + " can be had at "
            + to
            + ". Choose another place.",
        Facts.of("location", to));
  }
}
