package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.inventory.InboundId;
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
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The service of stock. */
public final class CoreInventoryService implements InventoryService {

  private final Storage storage;
  private final Reservations reservations;
  private final Backlog backlog;
  private final GoodsReceipt receipt;
  private final Stockroom stockroom;

  public CoreInventoryService(Storage storage) {
    this(storage, Arrivals.NOBODY);
  }

  /**
   * @param arrivals who hears when goods come that were promised
   */
  public CoreInventoryService(Storage storage, Arrivals arrivals) {
    this.storage = storage;
    reservations = new Reservations(storage);
    backlog = new Backlog(storage, arrivals);
    receipt = new GoodsReceipt(storage, backlog);
    stockroom = new Stockroom(storage);
  }

  @Override
  public void receive(
      CallContext context, IdempotencyKey key, LocationId location, List<SkuQuantity> lines) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(location, "location");
    context.actor().require(MANAGE);
    receipt.receive(context, key, location, lines);
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
    receipt.receive(context, key, delivery, lines, last);
  }

  @Override
  public void kit(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      SkuQuantity kits,
      List<SkuQuantity> parts) {
    kit(context, Stockroom.KIT, key, location, kits, parts);
  }

  @Override
  public void unkit(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      SkuQuantity kits,
      List<SkuQuantity> parts) {
    kit(context, Stockroom.UNKIT, key, location, kits, parts);
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
    Objects.requireNonNull(parts, "parts");
    context.actor().require(MANAGE);
    stockroom.kit(context, command, key, location, kits, parts);
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
    stockroom.adjust(context, key, location, lines, reason);
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
    stockroom.move(context, key, location, lines, from, to, reason);
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
          CatalogEntry entry = Movement.facts(session, location, List.of(sku)).of(sku);
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
    stockroom.release(context, key, location, lines, disposition);
  }

  @Override
  public Map<Sku, StockLevel> levels(
      CallContext context, LocationId location, Collection<Sku> skus) {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(skus, "skus");
    context.actor().require(MANAGE);
    return storage.inTransaction(
        context,
        session -> StockLevels.levels(session, Movement.facts(session, location, skus), location));
  }

  @Override
  public Map<Sku, Quantity> availableToSell(CallContext context, Collection<Sku> skus) {
    return storage.inTransaction(
        context,
        session -> {
          Channel channel = ChannelDocuments.settings(session).channel();
          Entries entries = CatalogDocuments.require(session, skus);
          return Sourcing.available(session, channel, entries, channel.sources());
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
}
