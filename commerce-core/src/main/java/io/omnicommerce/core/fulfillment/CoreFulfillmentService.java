package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.spi.SecretGenerator;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.common.CheckedSecrets;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentDue;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.Handover;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.fulfillment.PickupTerms;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The service of getting goods out: who may ask for what, and who does it. */
public final class CoreFulfillmentService implements FulfillmentService {

  private static final String DONE = "fulfillment.done";

  private final Storage storage;
  private final Jobs jobs;
  private final Picking picking;
  private final Dispatch dispatch;
  private final PickupCounter counter;
  private final LateSourcing sourcing;

  public CoreFulfillmentService(Storage storage, SecretGenerator secrets) {
    this(storage, secrets, Flow.STANDARD, Sourcer.STANDARD);
  }

  public CoreFulfillmentService(
      Storage storage, SecretGenerator secrets, Flow flow, Sourcer sourcer) {
    this.storage = storage;
    jobs = new Jobs(storage);
    picking = new Picking(jobs, flow);
    dispatch = new Dispatch(jobs, flow);
    counter = new PickupCounter(jobs, flow, new CheckedSecrets(secrets));
    sourcing = new LateSourcing(storage, sourcer);
  }

  @Override
  public Fulfillment get(CallContext context, FulfillmentId id) {
    return storage.inTransaction(
        context,
        session -> {
          Fulfillment job = FulfillmentDocuments.require(session, id).value();
          if (!isVisible(session, FulfillmentDocuments.order(session, job).value())) {
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

  @Override
  public Page<Fulfillment> openAt(CallContext context, LocationId location, PageRequest page) {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(page, "page");
    context.actor().require(WORK);
    return storage.inTransaction(
        context,
        session -> {
          ChannelDocuments.location(session, location);
          return FulfillmentDocuments.openAt(session, location, page).map(Stored::value);
        });
  }

  @Override
  public Page<FulfillmentDue> due(CallContext context, PageRequest page) {
    Objects.requireNonNull(page, "page");
    context.actor().require(WORK);
    return storage.inTransaction(context, session -> DuePages.of(session, page));
  }

  private static boolean isVisible(Session session, Order order) {
    return session.context().actor().may(WORK) || OrderDocuments.isVisible(session, order);
  }

  @Override
  public Fulfillment done(
      CallContext context,
      FulfillmentId id,
      FulfillmentDue.Kind kind,
      int number,
      IdempotencyKey key) {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
    context.actor().require(WORK);
    return jobs.change(
        context,
        id,
        new Once(DONE, key, id + "\n" + kind + "\n" + number),
        work ->
            work.changed(
                Dues.done(work.job(), kind, number, work.now()),
                new FulfillmentEvent.DueDone(id, work.job().order(), kind, number)));
  }

  @Override
  public Fulfillment pick(CallContext context, FulfillmentId id) {
    context.actor().require(WORK);
    return picking.pick(context, id);
  }

  @Override
  public Fulfillment pack(CallContext context, FulfillmentId id) {
    context.actor().require(WORK);
    return picking.pack(context, id);
  }

  @Override
  public Fulfillment shortPick(
      CallContext context,
      FulfillmentId id,
      LineId line,
      Quantity missing,
      String reason,
      IdempotencyKey key) {
    return shortPick(context, id, line, missing, Optional.empty(), reason, key);
  }

  @Override
  public Fulfillment shortPick(
      CallContext context,
      FulfillmentId id,
      LineId line,
      Quantity missing,
      List<SkuQuantity> gone,
      String reason,
      IdempotencyKey key) {
    Objects.requireNonNull(gone, "gone");
    return shortPick(context, id, line, missing, Optional.of(List.copyOf(gone)), reason, key);
  }

  private Fulfillment shortPick(
      CallContext context,
      FulfillmentId id,
      LineId line,
      Quantity missing,
      Optional<List<SkuQuantity>> gone,
      String reason,
      IdempotencyKey key) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(missing, "missing");
    String why = Text.name(reason, "reason");
    Objects.requireNonNull(key, "key");
    context.actor().require(WORK);
    return picking.shortPick(context, id, line, missing, gone, why, key);
  }

  @Override
  public List<Fulfillment> sourceAgain(CallContext context, OrderId order, IdempotencyKey key) {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(key, "key");
    context.actor().require(WORK);
    return sourcing.source(context, order, key);
  }

  @Override
  public Fulfillment ship(
      CallContext context,
      FulfillmentId id,
      Map<LineId, Quantity> quantities,
      Optional<String> tracking,
      IdempotencyKey key) {
    Objects.requireNonNull(quantities, "quantities");
    return ship(context, id, Optional.of(quantities), tracking, key);
  }

  @Override
  public Fulfillment shipAll(
      CallContext context, FulfillmentId id, Optional<String> tracking, IdempotencyKey key) {
    return ship(context, id, Optional.empty(), tracking, key);
  }

  private Fulfillment ship(
      CallContext context,
      FulfillmentId id,
      Optional<Map<LineId, Quantity>> quantities,
      Optional<String> tracking,
      IdempotencyKey key) {
    Objects.requireNonNull(tracking, "tracking");
    Objects.requireNonNull(key, "key");
    // Asked for in any order it is the same command.
    Optional<Map<LineId, Quantity>> wanted = quantities.map(TreeMap::new);
    context.actor().require(WORK);
    return dispatch.ship(context, id, wanted, tracking, key);
  }

  @Override
  public PickupCode makeReady(CallContext context, FulfillmentId id) {
    context.actor().require(WORK);
    return counter.makeReady(context, id);
  }

  @Override
  public Fulfillment collect(CallContext context, FulfillmentId id, String code, String collector) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(collector, "collector");
    context.actor().require(WORK);
    return counter.collect(context, id, code, collector, Handover.By.BUYER);
  }

  @Override
  public Fulfillment collectAsDeputy(
      CallContext context, FulfillmentId id, String code, String deputy) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(deputy, "deputy");
    context.actor().require(WORK);
    return counter.collect(context, id, code, deputy, Handover.By.DEPUTY);
  }

  @Override
  public Fulfillment nameDeputy(CallContext context, FulfillmentId id, String deputy) {
    String name = Text.name(deputy, "deputy");
    return counter.agree(context, id, terms -> terms.withDeputy(name), "deputy");
  }

  @Override
  public Fulfillment chooseSlot(CallContext context, FulfillmentId id, PickupTerms.Slot slot) {
    Objects.requireNonNull(slot, "slot");
    return counter.agree(context, id, terms -> terms.withSlot(slot), "slot");
  }

  @Override
  public Fulfillment arrive(CallContext context, FulfillmentId id, String where) {
    return counter.arrive(context, id, Text.name(where, "where"));
  }

  @Override
  public Fulfillment pickupFailed(
      CallContext context, FulfillmentId id, String reason, IdempotencyKey key) {
    String why = Text.name(reason, "reason");
    Objects.requireNonNull(key, "key");
    context.actor().require(WORK);
    return counter.failed(context, id, why, key);
  }

  @Override
  public Fulfillment delivered(CallContext context, FulfillmentId id, int shipment) {
    context.actor().require(WORK);
    return dispatch.delivered(context, id, shipment);
  }

  @Override
  public Fulfillment deliveryFailed(
      CallContext context, FulfillmentId id, int shipment, String reason, IdempotencyKey key) {
    String why = Text.name(reason, "reason");
    Objects.requireNonNull(key, "key");
    context.actor().require(WORK);
    return dispatch.deliveryFailed(context, id, shipment, why, key);
  }
}
