package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.spi.SecretGenerator;
import io.omnicommerce.core.common.CheckedSecrets;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.common.Secrets;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The service of getting goods out. */
public final class CoreFulfillmentService implements FulfillmentService {

  private static final String SHIP = "fulfillment.ship";
  private static final int CODE_LENGTH = 8;

  private final Storage storage;
  private final SecretGenerator secrets;

  public CoreFulfillmentService(Storage storage, SecretGenerator secrets) {
    this.storage = storage;
    this.secrets = new CheckedSecrets(secrets);
  }

  @Override
  public Fulfillment get(CallContext context, FulfillmentId id) {
    return storage.inTransaction(
        context,
        session -> {
          Fulfillment job = FulfillmentDocuments.require(session, id).value();
          if (!isVisible(session, order(session, job).value())) {
            throw FulfillmentDocuments.notFound(id);
          }
          return job;
        });
  }

  @Override
  public List<Fulfillment> ofOrder(CallContext context, OrderId order) {
    Objects.requireNonNull(order, "order");
    return storage.inTransaction(
        context,
        session -> {
          if (OrderDocuments.find(session, order)
              .filter(stored -> isVisible(session, stored.value()))
              .isEmpty()) {
            throw OrderDocuments.notFound(order);
          }
          return FulfillmentDocuments.ofOrder(session, order).stream().map(Stored::value).toList();
        });
  }

  private static boolean isVisible(Session session, Order order) {
    return session.context().actor().may(WORK) || OrderDocuments.isVisible(session, order);
  }

  @Override
  public Fulfillment ship(
      CallContext context,
      FulfillmentId id,
      Map<LineId, Quantity> quantities,
      Optional<String> tracking,
      IdempotencyKey key) {
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(tracking, "tracking");
    Objects.requireNonNull(key, "key");
    Map<LineId, Quantity> wanted = new TreeMap<>(quantities);
    return ship(context, id, Optional.of(wanted), tracking, key);
  }

  @Override
  public Fulfillment shipAll(
      CallContext context, FulfillmentId id, Optional<String> tracking, IdempotencyKey key) {
    Objects.requireNonNull(tracking, "tracking");
    Objects.requireNonNull(key, "key");
    return ship(context, id, Optional.empty(), tracking, key);
  }

  private Fulfillment ship(
      CallContext context,
      FulfillmentId id,
      Optional<Map<LineId, Quantity>> wanted,
      Optional<String> tracking,
      IdempotencyKey key) {
    context.actor().require(WORK);
    String content = id + "\n" + wanted.map(Object::toString).orElse("all") + "\n" + tracking;
    return storage.inTransaction(
        context, session -> ship(session, id, wanted, tracking, key, content));
  }

  private static Fulfillment ship(
      Session session,
      FulfillmentId id,
      Optional<Map<LineId, Quantity>> wanted,
      Optional<String> tracking,
      IdempotencyKey key,
      String content) {
    Stored<Fulfillment> job = FulfillmentDocuments.require(session, id);
    Stored<Order> order = order(session, job.value());
    // Asked last: whoever sees the job after the command sees the command as well.
    Optional<String> done = Commands.resultOf(session, SHIP, key, content);
    if (done.isPresent()) {
      return FulfillmentDocuments.TYPE.codec().decode(done.get());
    }
    Map<LineId, Quantity> quantities = wanted.orElseGet(() -> OutboundRules.open(job.value()));
    Outbound left =
        OutboundRules.ship(
            job.value(), order.value(), quantities, tracking, session.context(), session.now());
    String result = FulfillmentDocuments.TYPE.codec().encode(left.job());
    Decision.Builder decision =
        decision(job, order, left, "shipped")
            .save(Commands.done(session, SHIP, key, content, result))
            .event(FulfillmentDocuments.event(left.job(), shipped(left.job())));
    Results.commit(session, decision.build());
    return left.job();
  }

  private static FulfillmentEvent shipped(Fulfillment job) {
    var shipment = job.shipments().get(job.shipments().size() - 1);
    return new FulfillmentEvent.GoodsShipped(
        job.id(), job.order(), shipment.number(), shipment.tracking());
  }

  @Override
  public PickupCode makeReady(CallContext context, FulfillmentId id) {
    context.actor().require(WORK);
    String code = Secrets.code(secrets, CODE_LENGTH);
    return storage.inTransaction(
        context, session -> new PickupCode(ready(session, id, code), code));
  }

  private static Fulfillment ready(Session session, FulfillmentId id, String code) {
    Stored<Fulfillment> job = FulfillmentDocuments.require(session, id);
    String hash = Fingerprint.of(OutboundRules.secret(job.value(), code));
    Fulfillment ready =
        FulfillmentRules.ready(
            job.value(), order(session, job.value()).value(), hash, session.now());
    FulfillmentEvent event =
        new FulfillmentEvent.PickupReady(ready.id(), ready.order(), ready.location());
    Results.commit(
        session,
        Decision.builder()
            .save(DocumentWrite.update(FulfillmentDocuments.TYPE, job, ready))
            .event(FulfillmentDocuments.event(ready, event))
            .build());
    return ready;
  }

  @Override
  public Fulfillment collect(CallContext context, FulfillmentId id, String code, String collector) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(collector, "collector");
    context.actor().require(WORK);
    return storage.inTransaction(context, session -> collect(session, id, code, collector));
  }

  private static Fulfillment collect(
      Session session, FulfillmentId id, String code, String collector) {
    Stored<Fulfillment> job = FulfillmentDocuments.require(session, id);
    Stored<Order> order = order(session, job.value());
    Outbound left =
        OutboundRules.collect(
            job.value(), order.value(), code, collector, session.context(), session.now());
    FulfillmentEvent event =
        new FulfillmentEvent.PickupCollected(id, left.job().order(), left.job().location());
    Results.commit(
        session,
        decision(job, order, left, "collected")
            .event(FulfillmentDocuments.event(left.job(), event))
            .build());
    return left.job();
  }

  private static Decision.Builder decision(
      Stored<Fulfillment> job, Stored<Order> order, Outbound left, String what) {
    OrderEvent progressed = new OrderEvent.OrderProgressed(left.order().id(), what);
    Decision.Builder decision =
        Decision.builder()
            .save(DocumentWrite.update(FulfillmentDocuments.TYPE, job, left.job()))
            .save(DocumentWrite.update(OrderDocuments.TYPE, order, left.order()))
            .event(OrderDocuments.event(left.order(), progressed));
    left.steps().forEach(decision::step);
    return decision;
  }

  /**
   * The order of a job. It is read after the job and may be newer: then what was read does not fit
   * together, and a rule would refuse what is merely being done by somebody else.
   */
  private static Stored<Order> order(Session session, Fulfillment job) {
    Stored<Order> order =
        OrderDocuments.find(session, job.order())
            .orElseThrow(() -> OrderDocuments.notFound(job.order()));
    if (!OutboundRules.fits(job, order.value())) {
      throw StorageException.conflict("order " + job.order());
    }
    return order;
  }
}
