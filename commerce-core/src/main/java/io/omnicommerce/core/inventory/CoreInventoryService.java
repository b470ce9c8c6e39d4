package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuAt;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockBucket;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The service of stock. */
public final class CoreInventoryService implements InventoryService {

  private static final String ADJUST = "inventory.adjust";
  private static final String MOVE = "inventory.move";
  private static final String RECEIVE = "receive";
  private static final String ARRIVE = "arrive";
  private static final String RECEIVE_INBOUND = "inventory.receive_inbound";

  private final Storage storage;
  private final Reservations reservations;
  private final Backlog backlog;

  public CoreInventoryService(Storage storage) {
    this(storage, Arrivals.NOBODY);
  }

  /**
   * @param arrivals who hears when goods come that were promised
   */
  public CoreInventoryService(Storage storage, Arrivals arrivals) {
    this.storage = storage;
    this.reservations = new Reservations(storage);
    this.backlog = new Backlog(storage, arrivals);
  }

  @Override
  public void receive(
      CallContext context, IdempotencyKey key, LocationId location, List<SkuQuantity> lines) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(location, "location");
    context.actor().require(MANAGE);
    List<Sku> skus = lines.stream().map(SkuQuantity::sku).distinct().toList();
    boolean waited =
        storage.inTransaction(
            context, session -> receive(session, key, location, lines, skus, Decision.builder()));
    if (waited) {
      backlog.fill(context, location, skus);
    }
  }

  @Override
  public void receive(
      CallContext context, IdempotencyKey key, InboundId delivery, List<SkuQuantity> lines) {
    receive(context, key, delivery, lines, false);
  }

  @Override
  public void receiveLast(
      CallContext context, IdempotencyKey key, InboundId delivery, List<SkuQuantity> lines) {
    receive(context, key, delivery, lines, true);
  }

  private void receive(
      CallContext context,
      IdempotencyKey key,
      InboundId delivery,
      List<SkuQuantity> lines,
      boolean last) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(lines, "lines");
    context.actor().require(MANAGE);
    List<Sku> skus = lines.stream().map(SkuQuantity::sku).distinct().toList();
    Optional<LocationId> waited =
        storage.inTransaction(
            context,
            session -> {
              Stored<Inbound> inbound = InboundDocuments.require(session, delivery);
              LocationId location = inbound.value().location();
              Decision.Builder arrived = arrived(session, key, inbound, lines, last);
              return Optional.of(location)
                  .filter(here -> receive(session, key, here, lines, skus, arrived));
            });
    waited.ifPresent(location -> backlog.fill(context, location, skus));
  }

  /** What a delivery brings it does not promise any more; a repeat brings nothing. */
  private static Decision.Builder arrived(
      Session session,
      IdempotencyKey key,
      Stored<Inbound> inbound,
      List<SkuQuantity> lines,
      boolean last) {
    Decision.Builder decision = Decision.builder();
    String content = inbound.id() + "\n" + lines + '\n' + last;
    if (Commands.resultOfAnybody(session, RECEIVE_INBOUND, key, content).isPresent()) {
      return decision;
    }
    if (isReceived(session, key)) {
      throw new IdempotencyMismatchException("inventory.receive", key.value());
    }
    decision.save(Commands.doneByAnybody(RECEIVE_INBOUND, key, content, inbound.id()));
    Expectations.arrived(session, decision, inbound, lines, last);
    return decision;
  }

  private static boolean isReceived(Session session, IdempotencyKey key) {
    return session.ledger().batch(batchId(ARRIVE, key)).isPresent()
        || session.ledger().batch(batchId(RECEIVE, key)).isPresent();
  }

  /** Whether somebody waits for some of it: then it is kept apart until that is settled. */
  private static boolean receive(
      Session session,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> lines,
      List<Sku> skus,
      Decision.Builder more) {
    Entries entries = facts(session, location, skus);
    boolean waited = isWaitedFor(session, key, location, skus);
    Batch batch =
        waited
            ? InventoryRules.arrive(batchId(ARRIVE, key), location, lines, entries)
            : InventoryRules.receive(batchId(RECEIVE, key), location, lines, entries);
    Map<AccountId, Balance> shelves = shelves(session, batch, location, entries);
    post(
        session,
        "inventory.receive",
        key,
        InventoryRules.opening(batch, shelves.keySet()),
        List.of(new InventoryEvent.StockReceived(location, lines)),
        entries,
        more);
    return waited;
  }

  /** A repeat is received as it was the first time. */
  private static boolean isWaitedFor(
      Session session, IdempotencyKey key, LocationId location, List<Sku> skus) {
    if (!Backlog.isWaitedFor(session, location, skus)) {
      return session.ledger().batch(batchId(ARRIVE, key)).isPresent();
    }
    return session.ledger().batch(batchId(RECEIVE, key)).isEmpty();
  }

  @Override
  public void kit(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      SkuQuantity kits,
      List<SkuQuantity> parts) {
    kit(context, "kit", key, location, kits, parts);
  }

  @Override
  public void unkit(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      SkuQuantity kits,
      List<SkuQuantity> parts) {
    kit(context, "unkit", key, location, kits, parts);
  }

  private void kit(
      CallContext context,
      String command,
      IdempotencyKey key,
      LocationId location,
      SkuQuantity kits,
      List<SkuQuantity> parts) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(kits, "kits");
    context.actor().require(MANAGE);
    List<Sku> skus =
        Stream.concat(Stream.of(kits), parts.stream()).map(SkuQuantity::sku).distinct().toList();
    storage.inTransaction(
        context,
        session -> {
          Entries entries = facts(session, location, skus);
          BatchId id = batchId(command, key);
          Batch batch =
              InventoryRules.kit(id, location, kits, parts, command.equals("kit"), entries);
          Map<AccountId, Balance> shelves = shelves(session, batch, location, entries);
          return post(
              session,
              "inventory." + command,
              key,
              InventoryRules.opening(batch, shelves.keySet()),
              List.of(new InventoryEvent.Kitted(location, kits, parts, command)),
              entries);
        });
  }

  @Override
  public void count(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> counted,
      StockReason reason) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(counted, "counted");
    Objects.requireNonNull(reason, "reason");
    context.actor().require(MANAGE);
    InventoryRules.checkLines(counted);
    List<Sku> skus = counted.stream().map(SkuQuantity::sku).distinct().toList();
    boolean more =
        storage.inTransaction(
            context, session -> Counting.count(session, key, location, counted, reason));
    if (more) {
      backlog.fill(context, location, skus);
    }
  }

  @Override
  public void adjust(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<StockAdjustment> lines,
      StockReason reason) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(reason, "reason");
    context.actor().require(MANAGE);
    storage.inTransaction(
        context,
        session -> {
          Entries entries =
              facts(session, location, lines.stream().map(StockAdjustment::sku).toList());
          Batch batch = InventoryRules.adjust(batchId("adjust", key), location, lines, entries);
          Map<AccountId, Balance> shelves = shelves(session, batch, location, entries);
          List<DomainEvent> events =
              told(
                  new InventoryEvent.StockAdjusted(location, lines, reason),
                  location,
                  InventoryRules.oversold(batch, shelves));
          return facts(session, ADJUST, key, reason, batch, events, entries);
        });
  }

  @Override
  public void move(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> lines,
      StockBucket from,
      StockBucket to,
      StockReason reason) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(reason, "reason");
    context.actor().require(MANAGE);
    storage.inTransaction(
        context,
        session -> {
          Entries entries = facts(session, location, lines.stream().map(SkuQuantity::sku).toList());
          Batch batch =
              InventoryRules.move(batchId("move", key), location, lines, from, to, entries);
          Map<AccountId, Balance> shelves = shelves(session, batch, location, entries);
          InventoryRules.checkOnHand(batch, shelves, entries);
          List<DomainEvent> events =
              told(
                  new InventoryEvent.StockMoved(location, lines, from, to, reason),
                  location,
                  InventoryRules.oversold(batch, shelves));
          return facts(session, MOVE, key, reason, batch, events, entries);
        });
  }

  static List<DomainEvent> told(DomainEvent event, LocationId location, List<Sku> oversold) {
    return oversold.isEmpty()
        ? List.of(event)
        : List.of(event, new InventoryEvent.Oversold(location, oversold));
  }

  @Override
  public void keepBack(CallContext context, LocationId location, Sku sku, Quantity safetyStock) {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(safetyStock, "safetyStock");
    context.actor().require(MANAGE);
    storage.inTransaction(
        context,
        session -> {
          CatalogEntry entry = facts(session, location, List.of(sku)).of(sku);
          long units = safetyStock.toUnits(entry.unit().decimals());
          Results.commit(
              session,
              Decision.of(
                  new LedgerStep.SetFloor(
                      StockAccounts.stock(sku, location), entry.unit().countedIn(), units)));
          return units;
        });
  }

  @Override
  public void release(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> lines,
      Disposition disposition) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(disposition, "disposition");
    context.actor().require(MANAGE);
    storage.inTransaction(
        context,
        session -> {
          Entries entries = facts(session, location, lines.stream().map(SkuQuantity::sku).toList());
          BatchId id = batchId("release-quarantine", key);
          Batch batch = InventoryRules.releaseQuarantine(id, location, lines, disposition, entries);
          shelves(session, batch, location, entries);
          return post(session, "inventory.release", key, batch, List.of(), entries);
        });
  }

  @Override
  public Map<Sku, StockLevel> levels(
      CallContext context, LocationId location, Collection<Sku> skus) {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(skus, "skus");
    context.actor().require(MANAGE);
    return storage.inTransaction(
        context, session -> StockLevels.levels(session, facts(session, location, skus), location));
  }

  @Override
  public Map<Sku, Quantity> availableToSell(CallContext context, Collection<Sku> skus) {
    return storage.inTransaction(
        context,
        session -> {
          Channel channel = ChannelDocuments.settings(session).channel();
          Entries entries = CatalogDocuments.require(session, skus);
          return Sourcing.available(session, channel, entries, channel.sources(), Optional.empty());
        });
  }

  @Override
  public Map<LocationId, Quantity> availableByLocation(CallContext context, Sku sku) {
    Objects.requireNonNull(sku, "sku");
    return storage.inTransaction(
        context,
        session -> {
          CatalogEntry entry = CatalogDocuments.require(session, List.of(sku)).of(sku);
          Channel channel = ChannelDocuments.settings(session).channel();
          return Sourcing.byLocation(session, channel, entry, channel.sources());
        });
  }

  @Override
  public ReservationOutcome reserve(
      CallContext context, ReservationId id, List<StockDemand> lines, Duration life) {
    Objects.requireNonNull(id, "id");
    context.actor().require(RESERVE);
    return reservations.reserve(context, id, lines, life);
  }

  @Override
  public Instant extend(CallContext context, ReservationId id, Duration life) {
    Objects.requireNonNull(id, "id");
    context.actor().require(RESERVE);
    return reservations.extend(context, id, life);
  }

  @Override
  public void confirm(CallContext context, ReservationId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(RESERVE);
    reservations.confirm(context, id);
  }

  @Override
  public void release(CallContext context, ReservationId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(RESERVE);
    reservations.release(context, id);
  }

  @Override
  public void release(
      CallContext context, IdempotencyKey key, ReservationId id, List<SkuQuantity> parts) {
    part(context, "inventory.release_part", key, id, parts, all -> all.release(key, parts));
  }

  @Override
  public void ship(CallContext context, ReservationId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(RESERVE);
    reservations.ship(context, id);
  }

  @Override
  public void ship(
      CallContext context, IdempotencyKey key, ReservationId id, List<SkuQuantity> parts) {
    part(context, "inventory.ship_part", key, id, parts, all -> all.ship(key, parts));
  }

  @Override
  public void shipFrom(
      CallContext context, IdempotencyKey key, ReservationId id, List<SkuAt> parts) {
    part(context, "inventory.ship_from", key, id, parts, all -> all.shipFrom(key, parts));
  }

  @Override
  public void unship(
      CallContext context, IdempotencyKey key, ReservationId id, List<SkuQuantity> parts) {
    part(context, "inventory.unship", key, id, parts, all -> all.unship(key, parts));
  }

  private void part(
      CallContext context,
      String command,
      IdempotencyKey key,
      ReservationId id,
      List<?> parts,
      Function<ReservationParts, Decision> decide) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(parts, "parts");
    context.actor().require(RESERVE);
    InventoryRules.checkLines(parts);
    reservations.part(context, command, key, id, parts, decide);
  }

  @Override
  public void paid(CallContext context, ReservationId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(RESERVE);
    reservations.paid(context, id);
  }

  @Override
  public void cancel(CallContext context, ReservationId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(RESERVE);
    reservations.cancel(context, id);
  }

  @Override
  public int fillBacklog(CallContext context, LocationId location, Collection<Sku> skus) {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(skus, "skus");
    context.actor().require(MANAGE);
    return backlog.fill(context, location, List.copyOf(skus));
  }

  static Entries facts(Session session, LocationId location, Collection<Sku> skus) {
    ChannelDocuments.location(session, location);
    Entries entries = CatalogDocuments.require(session, skus);
    InventoryRules.checkNoBundles(entries);
    return entries;
  }

  /** The shelves as they are, if they have room for the goods; a repeat needs none. */
  private static Map<AccountId, Balance> shelves(
      Session session, Batch goods, LocationId location, Entries entries) {
    Map<AccountId, Balance> shelves = StockLevels.shelves(session, entries, location);
    try {
      InventoryRules.checkShelves(goods, shelves);
    } catch (LimitExceededException full) {
      if (session.ledger().batch(goods.id()).isEmpty()) {
        throw full;
      }
    }
    return shelves;
  }

  private static BatchId batchId(String command, IdempotencyKey key) {
    return BatchId.of(command + '/' + key);
  }

  /** The reason stands in no leg of the batch, so a repeat is told from another count by it. */
  private static BatchId facts(
      Session session,
      String command,
      IdempotencyKey key,
      StockReason reason,
      Batch batch,
      List<DomainEvent> events,
      Entries entries) {
    Decision.Builder decision = Decision.builder();
    String why = reason.value();
    if (Commands.resultOfAnybody(session, command, key, why).isEmpty()) {
      decision.save(Commands.doneByAnybody(command, key, why, batch.id().value()));
    }
    return post(session, command, key, batch, events, entries, decision);
  }

  private static BatchId post(
      Session session,
      String command,
      IdempotencyKey key,
      Batch batch,
      List<DomainEvent> events,
      Entries entries) {
    return post(session, command, key, batch, events, entries, Decision.builder());
  }

  private static BatchId post(
      Session session,
      String command,
      IdempotencyKey key,
      Batch batch,
      List<DomainEvent> events,
      Entries entries,
      Decision.Builder decision) {
    decision.step(new LedgerStep.Post(batch));
    events.forEach(
        event ->
            decision.event(Events.of("stock_movement", batch.id().value(), Version.of(1), event)));
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.ContentDiffers) {
      throw new IdempotencyMismatchException(command, key.value());
    }
    if (result instanceof CommitResult.Refused refused) {
      throw new RefusedException(StockRefusals.of(refused.shortfalls(), entries).get(0));
    }
    return batch.id();
  }
}
