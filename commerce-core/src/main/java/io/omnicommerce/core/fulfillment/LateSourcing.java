package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderOrigin;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds goods for lines of an order that have none, and makes jobs of what it finds. */
record LateSourcing(Storage storage, Sourcer sourcer) {

  private static final String SOURCE = "fulfillment.source_again";

  List<Fulfillment> source(CallContext context, OrderId order, IdempotencyKey key) {
    return storage.inTransaction(context, session -> source(session, order, key));
  }

  private List<Fulfillment> source(Session session, OrderId id, IdempotencyKey key) {
    Stored<Order> stored =
        OrderDocuments.find(session, id).orElseThrow(() -> OrderDocuments.notFound(id));
    Optional<String> done = Commands.resultOf(session, SOURCE, key, id.value());
    return done.isPresent() ? named(session, id, done.get()) : source(session, stored, key);
  }

  private static List<Fulfillment> named(Session session, OrderId order, String ids) {
    List<String> known = List.of(ids.split("\n"));
    return jobs(session, order).stream().filter(job -> known.contains(job.id().value())).toList();
  }

  private static List<Fulfillment> jobs(Session session, OrderId order) {
    return FulfillmentDocuments.ofOrder(session, order).stream().map(Stored::value).toList();
  }

  private List<Fulfillment> source(Session session, Stored<Order> stored, IdempotencyKey key) {
    Order order = stored.value();
    FulfillmentRules.checkConfirmed(order);
    String group = "sourced/" + order.id() + "/" + order.version().next();
    Resourcing found =
        Resourcing.of(
            session, sourcer, order, wanting(order), order.delivery().pickup(), List.of(), group);
    return found.lines().isEmpty() ? List.of() : save(session, stored, found, group, key);
  }

  /** What its origin ships takes nothing from here. */
  private static List<OrderLine> wanting(Order order) {
    return order.origin().filter(OrderOrigin::ships).isPresent()
        ? List.of()
        : order.lines().stream().filter(line -> !line.unallocated().isZero()).toList();
  }

  private static List<Fulfillment> save(
      Session session, Stored<Order> stored, Resourcing found, String group, IdempotencyKey key) {
    Order after =
        OrderRules.progressed(
            stored.value(), found.lines(), "sourced", group, session.context(), session.now());
    int before = jobs(session, after.id()).size();
    List<Fulfillment> jobs =
        FulfillmentRules.request(after, kind(after), before, group, session.now());
    OrderEvent progressed = new OrderEvent.OrderProgressed(after.id(), "sourced");
    Decision.Builder decision =
        Decision.builder()
            .save(DocumentWrite.update(OrderDocuments.TYPE, stored, after))
            .save(Commands.done(session, SOURCE, key, after.id().value(), names(jobs)))
            .event(OrderDocuments.event(after, progressed));
    jobs.forEach(job -> FulfillmentDocuments.request(decision, job));
    found.steps().forEach(decision::step);
    Results.commitWhileThere(session, decision.build());
    return jobs;
  }

  private static DeliveryMethod.Kind kind(Order order) {
    return order.delivery().pickup().isPresent()
        ? DeliveryMethod.Kind.PICKUP
        : DeliveryMethod.Kind.SHIP;
  }

  private static String names(List<Fulfillment> jobs) {
    return jobs.stream().map(job -> job.id().value()).collect(Collectors.joining("\n"));
  }
}
