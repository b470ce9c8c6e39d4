package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.spi.SecretGenerator;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.common.CheckedSecrets;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.common.Secrets;
import io.omnicommerce.core.delivery.DeliveryDocuments;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.inventory.TransferDocuments;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentDue;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.Handover;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.fulfillment.PickupTerms;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderOrigin;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The service of getting goods out. */
public final class CoreFulfillmentService implements FulfillmentService {

  private static final String SHIP = "fulfillment.ship";
  private static final String SOURCE = "fulfillment.source_again";
  private static final DeliveryMethod.Kind PICKUP = DeliveryMethod.Kind.PICKUP;
  private static final DeliveryMethod.Kind SHIP_TO = DeliveryMethod.Kind.SHIP;
  private static final String SHORT_PICK = "fulfillment.short_pick";
  private static final int CODE_LENGTH = 8;

  private final Storage storage;
  private final SecretGenerator secrets;
  private final Flow flow;
  private final Sourcer sourcer;

  public CoreFulfillmentService(Storage storage, SecretGenerator secrets) {
    this(storage, secrets, Flow.STANDARD, Sourcer.STANDARD);
  }

  public CoreFulfillmentService(
      Storage storage, SecretGenerator secrets, Flow flow, Sourcer sourcer) {
    this.storage = storage;
    this.secrets = new CheckedSecrets(secrets);
    this.flow = flow;
    this.sourcer = sourcer;
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

  @Override
  public Fulfillment done(
      CallContext context,
      FulfillmentId id,
      FulfillmentDue.Kind kind,
      int number,
      IdempotencyKey key) {
    Objects.requireNonNull(kind, "kind");
    return once(
        context,
        new Once("fulfillment.done", key, id + "\n" + kind + "\n" + number),
        id,
        work -> Dues.done(work.job(), kind, number, work.now()),
        job -> new FulfillmentEvent.DueDone(id, job.order(), kind, number));
  }

  @Override
  public Fulfillment pick(CallContext context, FulfillmentId id) {
    return moved(
        context,
        id,
        FulfillmentAction.PICK,
        FulfillmentStep.PICKED,
        job -> new FulfillmentEvent.GoodsPicked(id, job.order(), job.location()));
  }

  @Override
  public Fulfillment pack(CallContext context, FulfillmentId id) {
    return moved(
        context,
        id,
        FulfillmentAction.PACK,
        FulfillmentStep.PACKED,
        job -> new FulfillmentEvent.GoodsPacked(id, job.order(), job.location()));
  }

  private Fulfillment moved(
      CallContext context,
      FulfillmentId id,
      FulfillmentAction action,
      FulfillmentStep to,
      Function<Fulfillment, FulfillmentEvent> told) {
    context.actor().require(WORK);
    return change(
        context,
        id,
        work ->
            work.job().step() == to
                ? work.job()
                : FulfillmentRules.moved(flow, work.job(), work.order(), action),
        told);
  }

  /** A job with its order, inside a transaction. */
  private record Work(Stored<Fulfillment> stored, Order order, Session session) {
    Fulfillment job() {
      return stored.value();
    }

    Instant now() {
      return session.now();
    }
  }

  /** A change of a job alone; one that changes nothing is not saved and not told. */
  private Fulfillment change(
      CallContext context,
      FulfillmentId id,
      Function<Work, Fulfillment> rule,
      Function<Fulfillment, FulfillmentEvent> told) {
    return storage.inTransaction(
        context,
        session -> {
          Work work = work(session, id);
          Fulfillment changed = rule.apply(work);
          if (!changed.equals(work.job())) {
            Results.commit(session, decision(work, changed, told).build());
          }
          return changed;
        });
  }

  /** A command with a key. */
  private record Once(String command, IdempotencyKey key, String content) {
    Once {
      Objects.requireNonNull(key, "key");
    }
  }

  private Fulfillment once(
      CallContext context,
      Once once,
      FulfillmentId id,
      Function<Work, Fulfillment> rule,
      Function<Fulfillment, FulfillmentEvent> told) {
    context.actor().require(WORK);
    return storage.inTransaction(
        context,
        session -> {
          Work work = work(session, id);
          Optional<String> done =
              Commands.resultOf(session, once.command(), once.key(), once.content());
          if (done.isPresent()) {
            return FulfillmentDocuments.TYPE.codec().decode(done.get());
          }
          Fulfillment changed = rule.apply(work);
          Results.commit(
              session, decision(work, changed, told).save(done(session, once, changed)).build());
          return changed;
        });
  }

  private static Decision.Builder decision(
      Work work, Fulfillment changed, Function<Fulfillment, FulfillmentEvent> told) {
    return Decision.builder()
        .save(DocumentWrite.update(FulfillmentDocuments.TYPE, work.stored(), changed))
        .event(FulfillmentDocuments.event(changed, told.apply(changed)));
  }

  private static DocumentWrite<?> done(Session session, Once once, Fulfillment result) {
    return Commands.done(
        session,
        once.command(),
        once.key(),
        once.content(),
        FulfillmentDocuments.TYPE.codec().encode(result));
  }

  private static Work work(Session session, FulfillmentId id) {
    Stored<Fulfillment> job = FulfillmentDocuments.require(session, id);
    return new Work(job, FulfillmentDocuments.order(session, job.value()).value(), session);
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
    String named = gone.map(some -> "\n" + some).orElse("");
    Once once = new Once(SHORT_PICK, key, id + "\n" + line + "\n" + missing + "\n" + why + named);
    context.actor().require(WORK);
    return storage.inTransaction(
        context, session -> shortPick(session, id, line, missing, gone, why, once));
  }

  private Fulfillment shortPick(
      Session session,
      FulfillmentId id,
      LineId line,
      Quantity missing,
      Optional<List<SkuQuantity>> gone,
      String why,
      Once once) {
    Stored<Fulfillment> job = FulfillmentDocuments.require(session, id);
    Stored<Order> order = FulfillmentDocuments.order(session, job.value());
    Optional<String> done = Commands.resultOf(session, SHORT_PICK, once.key(), once.content());
    if (done.isPresent()) {
      return FulfillmentDocuments.TYPE.codec().decode(done.get());
    }
    Outbound left =
        ShortPicks.shortPick(
            flow,
            job.value(),
            order.value(),
            line,
            missing,
            gone,
            why,
            entries(session, job.value(), order.value(), line),
            session.context(),
            session.now());
    FulfillmentEvent told =
        new FulfillmentEvent.ShortPicked(
            id, left.job().order(), left.job().location(), line, missing);
    Results.commit(
        session,
        decision(job, order, left, "short_picked")
            .save(done(session, once, left.job()))
            .event(FulfillmentDocuments.event(left.job(), told))
            .build());
    return left.job();
  }

  @Override
  public List<Fulfillment> sourceAgain(CallContext context, OrderId order, IdempotencyKey key) {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(key, "key");
    context.actor().require(WORK);
    return storage.inTransaction(context, session -> sourceAgain(session, order, key));
  }

  private List<Fulfillment> sourceAgain(Session session, OrderId id, IdempotencyKey key) {
    Stored<Order> stored =
        OrderDocuments.find(session, id).orElseThrow(() -> OrderDocuments.notFound(id));
    Optional<String> done = Commands.resultOf(session, SOURCE, key, id.value());
    if (done.isPresent()) {
      return ofGroup(session, id, done.get());
    }
    Order order = stored.value();
    FulfillmentRules.checkConfirmed(order);
    String group = "sourced/" + id + "/" + order.version().next();
    Resourcing found =
        Resourcing.of(
            session, sourcer, order, wanting(order), order.delivery().pickup(), List.of(), group);
    if (found.lines().isEmpty()) {
      return List.of();
    }
    Order after =
        OrderRules.progressed(
            order, found.lines(), "sourced", group, session.context(), session.now());
    List<Fulfillment> before =
        FulfillmentDocuments.ofOrder(session, id).stream().map(Stored::value).toList();
    DeliveryMethod.Kind kind = order.delivery().pickup().isPresent() ? PICKUP : SHIP_TO;
    List<Fulfillment> jobs =
        FulfillmentRules.request(after, kind, before.size(), group, session.now());
    Decision.Builder decision =
        Decision.builder()
            .save(DocumentWrite.update(OrderDocuments.TYPE, stored, after))
            .save(
                Commands.done(
                    session,
                    SOURCE,
                    key,
                    id.value(),
                    jobs.stream().map(job -> job.id().value()).collect(Collectors.joining("\n"))))
            .event(OrderDocuments.event(after, new OrderEvent.OrderProgressed(id, "sourced")));
    jobs.forEach(job -> FulfillmentDocuments.request(decision, job));
    found.steps().forEach(decision::step);
    Results.commitWhileThere(session, decision.build());
    return jobs;
  }

  /** What its origin ships takes nothing from here. */
  private static List<OrderLine> wanting(Order order) {
    return order.origin().filter(OrderOrigin::ships).isPresent()
        ? List.of()
        : order.lines().stream().filter(line -> !line.unallocated().isZero()).toList();
  }

  private static List<Fulfillment> ofGroup(Session session, OrderId order, String ids) {
    List<String> known = List.of(ids.split("\n"));
    return FulfillmentDocuments.ofOrder(session, order).stream()
        .map(Stored::value)
        .filter(job -> known.contains(job.id().value()))
        .toList();
  }

  /** The entries of what a line takes at a job's location. */
  private static Entries entries(Session session, Fulfillment job, Order order, LineId line) {
    List<AllocatedPart> parts =
        order.line(line).map(ordered -> ShortPicks.parts(job, ordered)).orElse(List.of());
    return CatalogDocuments.require(session, parts.stream().map(AllocatedPart::sku).toList());
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

  private Fulfillment ship(
      Session session,
      FulfillmentId id,
      Optional<Map<LineId, Quantity>> wanted,
      Optional<String> tracking,
      IdempotencyKey key,
      String content) {
    Stored<Fulfillment> job = FulfillmentDocuments.require(session, id);
    Stored<Order> order = FulfillmentDocuments.order(session, job.value());
    // Asked last: whoever sees the job after the command sees the command as well.
    Optional<String> done = Commands.resultOf(session, SHIP, key, content);
    if (done.isPresent()) {
      return FulfillmentDocuments.TYPE.codec().decode(done.get());
    }
    Map<LineId, Quantity> quantities = wanted.orElseGet(() -> OutboundRules.open(job.value()));
    Outbound left;
    Optional<Transfer> transfer = Optional.empty();
    if (job.value().to().isPresent()) {
      Sending.Sent sent = sent(session, job.value(), order.value(), quantities, tracking);
      left = sent.outbound();
      transfer = Optional.of(sent.transfer());
    } else {
      left =
          OutboundRules.ship(
              flow,
              job.value(),
              order.value(),
              quantities,
              tracking,
              session.context(),
              session.now());
    }
    String result = FulfillmentDocuments.TYPE.codec().encode(left.job());
    Decision.Builder decision =
        decision(job, order, left, transfer.isPresent() ? "sent" : "shipped")
            .save(Commands.done(session, SHIP, key, content, result))
            .event(FulfillmentDocuments.event(left.job(), shipped(left.job())));
    transfer.ifPresent(sent -> expect(session, decision, left.order(), sent));
    Results.commit(session, decision.build());
    return left.job();
  }

  private Sending.Sent sent(
      Session session,
      Fulfillment job,
      Order order,
      Map<LineId, Quantity> quantities,
      Optional<String> tracking) {
    return Sending.of(
        OutboundRules.left(flow, job, order, quantities, tracking, session.now()),
        order,
        quantities,
        group -> session.ledger().batch(BatchId.of(group)).orElseThrow(),
        session.context(),
        session.now());
  }

  /** Where it goes somebody has to do with it from now on. */
  private static void expect(
      Session session, Decision.Builder decision, Order order, Transfer transfer) {
    TransferDocuments.create(decision, transfer);
    String group = TransferDocuments.group(transfer.id()).value();
    List<Stored<Fulfillment>> jobs = FulfillmentDocuments.ofOrder(session, order.id());
    List<Fulfillment> more =
        FulfillmentRules.request(order, PICKUP, jobs.size(), group, session.now());
    Optional<Stored<Fulfillment>> there =
        jobs.stream().filter(job -> waits(job.value(), transfer.to())).findFirst();
    for (Fulfillment job : more) {
      if (there.isPresent()) {
        Fulfillment extended = FulfillmentRules.extended(there.get().value(), job.lines());
        decision.save(DocumentWrite.update(FulfillmentDocuments.TYPE, there.get(), extended));
      } else {
        FulfillmentDocuments.request(decision, job);
      }
    }
  }

  /** A pickup that is not ready yet. */
  private static boolean waits(Fulfillment job, LocationId at) {
    boolean open = !job.step().isEnded() && job.step() != FulfillmentStep.READY;
    return open && job.kind() == PICKUP && job.location().equals(at);
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

  private Fulfillment ready(Session session, FulfillmentId id, String code) {
    Work work = work(session, id);
    Fulfillment job = work.job();
    String hash = Fingerprint.of(OutboundRules.secret(job, code));
    Fulfillment ready =
        FulfillmentRules.ready(flow, job, work.order(), hash, terms(session, job), work.now());
    Results.commit(
        session,
        decision(
                work,
                ready,
                told -> new FulfillmentEvent.PickupReady(id, told.order(), told.location()))
            .build());
    return ready;
  }

  private static PickupTerms terms(Session session, Fulfillment job) {
    return Dues.dated(
        job.terms(),
        ChannelDocuments.location(session, job.location()),
        DeliveryDocuments.findHandling(session, job.location()),
        session.now());
  }

  @Override
  public Fulfillment collect(CallContext context, FulfillmentId id, String code, String collector) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(collector, "collector");
    return collect(context, id, code, collector, Handover.By.BUYER);
  }

  @Override
  public Fulfillment collectAsDeputy(
      CallContext context, FulfillmentId id, String code, String deputy) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(deputy, "deputy");
    return collect(context, id, code, deputy, Handover.By.DEPUTY);
  }

  private Fulfillment collect(
      CallContext context, FulfillmentId id, String code, String collector, Handover.By by) {
    context.actor().require(WORK);
    return storage.inTransaction(context, session -> collect(session, id, code, collector, by));
  }

  private Fulfillment collect(
      Session session, FulfillmentId id, String code, String collector, Handover.By by) {
    Stored<Fulfillment> job = FulfillmentDocuments.require(session, id);
    Stored<Order> order = FulfillmentDocuments.order(session, job.value());
    Outbound left =
        OutboundRules.collect(
            flow,
            job.value(),
            order.value(),
            code,
            collector,
            by,
            session.context(),
            session.now());
    FulfillmentEvent event =
        new FulfillmentEvent.PickupCollected(id, left.job().order(), left.job().location());
    Results.commit(
        session,
        decision(job, order, left, "collected")
            .event(FulfillmentDocuments.event(left.job(), event))
            .build());
    return left.job();
  }

  @Override
  public Fulfillment nameDeputy(CallContext context, FulfillmentId id, String deputy) {
    String name = Text.name(deputy, "deputy");
    return agree(context, id, terms -> terms.withDeputy(name), "deputy");
  }

  @Override
  public Fulfillment chooseSlot(CallContext context, FulfillmentId id, PickupTerms.Slot slot) {
    Objects.requireNonNull(slot, "slot");
    return agree(context, id, terms -> terms.withSlot(slot), "slot");
  }

  private Fulfillment agree(
      CallContext context, FulfillmentId id, UnaryOperator<PickupTerms> terms, String what) {
    return change(
        context,
        id,
        work -> PickupRules.agreed(theirs(work).job(), terms),
        job -> new FulfillmentEvent.PickupAgreed(id, job.order(), job.location(), what));
  }

  @Override
  public Fulfillment arrive(CallContext context, FulfillmentId id, String where) {
    String place = Text.name(where, "where");
    return change(
        context,
        id,
        work ->
            PickupRules.agreed(
                theirs(work).job(),
                terms -> terms.withArrival(new PickupTerms.Arrival(place, work.now()))),
        job -> new FulfillmentEvent.CustomerArrived(id, job.order(), job.location()));
  }

  /** Whose order it is, or who works on it. */
  private static Work theirs(Work work) {
    Actor actor = work.session().context().actor();
    if (!actor.may(WORK) && !work.order().owner().is(actor)) {
      throw FulfillmentDocuments.notFound(work.job().id());
    }
    return work;
  }

  @Override
  public Fulfillment delivered(CallContext context, FulfillmentId id, int shipment) {
    context.actor().require(WORK);
    return change(
        context,
        id,
        work ->
            PickupRules.shipment(work.job(), shipment).deliveredAt().isPresent()
                ? work.job()
                : PickupRules.delivered(work.job(), shipment, work.now()),
        job -> new FulfillmentEvent.ParcelDelivered(id, job.order(), shipment));
  }

  @Override
  public Fulfillment deliveryFailed(
      CallContext context, FulfillmentId id, int shipment, String reason, IdempotencyKey key) {
    String why = Text.name(reason, "reason");
    return once(
        context,
        new Once("fulfillment.delivery_failed", key, id + "\n" + shipment + "\n" + why),
        id,
        work -> PickupRules.notDelivered(work.job(), shipment, why, work.now()),
        job -> new FulfillmentEvent.DeliveryFailed(id, job.order(), shipment));
  }

  @Override
  public Fulfillment pickupFailed(
      CallContext context, FulfillmentId id, String reason, IdempotencyKey key) {
    String why = Text.name(reason, "reason");
    return once(
        context,
        new Once("fulfillment.pickup_failed", key, id + "\n" + why),
        id,
        work -> PickupRules.failed(work.job(), why, work.now()),
        job -> new FulfillmentEvent.PickupFailed(id, job.order(), job.location()));
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
}
