package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockBucket;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is done with goods where they lie: put together, found, lost, set apart. */
record Stockroom(Storage storage) {

  static final String KIT = "kit";
  static final String UNKIT = "unkit";

  /**
   * @param command {@link #KIT} or {@link #UNKIT}
   */
  void kit(
      CallContext context,
      String command,
      IdempotencyKey key,
      LocationId location,
      SkuQuantity kits,
      List<SkuQuantity> parts) {
    storage.inTransaction(context, session -> kit(session, command, key, location, kits, parts));
  }

  private static BatchId kit(
      Session session,
      String command,
      IdempotencyKey key,
      LocationId location,
      SkuQuantity kits,
      List<SkuQuantity> parts) {
    List<Sku> skus =
        Stream.concat(Stream.of(kits), parts.stream()).map(SkuQuantity::sku).distinct().toList();
    Entries entries = Movement.facts(session, location, skus);
    BatchId id = Movement.batchId(command, key);
    Batch goods = InventoryRules.kit(id, location, kits, parts, command.equals(KIT), entries);
    Map<AccountId, Balance> shelves = Movement.shelves(session, goods, location, entries);
    return new Movement(
            "inventory." + command,
            key,
            InventoryRules.opening(goods, shelves.keySet()),
            List.of(new InventoryEvent.Kitted(location, kits, parts, command)),
            entries)
        .post(session);
  }

  void adjust(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<StockAdjustment> lines,
      StockReason reason) {
    storage.inTransaction(context, session -> adjust(session, key, location, lines, reason));
  }

  private static BatchId adjust(
      Session session,
      IdempotencyKey key,
      LocationId location,
      List<StockAdjustment> lines,
      StockReason reason) {
    List<Sku> skus = lines.stream().map(StockAdjustment::sku).toList();
    Entries entries = Movement.facts(session, location, skus);
    BatchId id = Movement.batchId("adjust", key);
    Batch goods = InventoryRules.adjust(id, location, lines, entries);
    Map<AccountId, Balance> shelves = Movement.shelves(session, goods, location, entries);
    InventoryEvent told = new InventoryEvent.StockAdjusted(location, lines, reason);
    return new Movement(
            "inventory.adjust",
            key,
            goods,
            Movement.told(told, location, InventoryRules.oversold(goods, shelves)),
            entries)
        .post(session, reason);
  }

  void move(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> lines,
      StockBucket from,
      StockBucket to,
      StockReason reason) {
    storage.inTransaction(
        context, session -> move(session, key, location, lines, from, to, reason));
  }

  private static BatchId move(
      Session session,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> lines,
      StockBucket from,
      StockBucket to,
      StockReason reason) {
    List<Sku> skus = lines.stream().map(SkuQuantity::sku).toList();
    Entries entries = Movement.facts(session, location, skus);
    BatchId id = Movement.batchId("move", key);
    Batch goods = InventoryRules.move(id, location, lines, from, to, entries);
    Map<AccountId, Balance> shelves = Movement.shelves(session, goods, location, entries);
    InventoryRules.checkOnHand(goods, shelves, entries);
    InventoryEvent told = new InventoryEvent.StockMoved(location, lines, from, to, reason);
    return new Movement(
            "inventory.move",
            key,
            goods,
            Movement.told(told, location, InventoryRules.oversold(goods, shelves)),
            entries)
        .post(session, reason);
  }

  /** Ends the quarantine of goods. */
  void release(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> lines,
      Disposition disposition) {
    storage.inTransaction(context, session -> release(session, key, location, lines, disposition));
  }

  private static BatchId release(
      Session session,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> lines,
      Disposition disposition) {
    List<Sku> skus = lines.stream().map(SkuQuantity::sku).toList();
    Entries entries = Movement.facts(session, location, skus);
    BatchId id = Movement.batchId("release-quarantine", key);
    Batch goods = InventoryRules.releaseQuarantine(id, location, lines, disposition, entries);
    Movement.shelves(session, goods, location, entries);
    return new Movement("inventory.release", key, goods, List.of(), entries).post(session);
  }
}
