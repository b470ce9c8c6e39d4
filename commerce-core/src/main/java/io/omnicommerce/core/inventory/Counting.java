package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.OnHandFloor;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books figures that were counted: only what differs from what is known moves. */
final class Counting {

  /** How the batches of counts of our own begin. */
  static final String BATCHES = "count/";

  private static final String COMMAND = "inventory.count";

  private Counting() {}

  /** Whether anything was found that somebody may wait for. */
  static boolean count(
      Session session,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> counted,
      StockReason reason) {
    checkOnce(counted);
    String content = location + "\n" + counted + '\n' + reason;
    if (Commands.resultOfAnybody(session, COMMAND, key, content).isPresent()) {
      return false;
    }
    Entries entries =
        Movement.facts(session, location, counted.stream().map(SkuQuantity::sku).toList());
    Map<AccountId, Balance> shelves = StockLevels.shelves(session, entries, location);
    List<StockAdjustment> lines = new ArrayList<>();
    boolean floor = isFloored(session);
    for (SkuQuantity one : counted) {
      long known = known(shelves, one.sku(), location);
      if (floor) {
        checkFloor(one, location, entries.of(one.sku()), shelves);
      }
      adjustment(one, entries.of(one.sku()), known).ifPresent(lines::add);
    }
    Decision.Builder decision =
        Decision.builder().save(Commands.doneByAnybody(COMMAND, key, content, ""));
    if (!lines.isEmpty()) {
      adjust(decision, key, location, lines, reason, entries, shelves);
    }
    Results.commit(session, decision.build());
    return lines.stream().anyMatch(line -> line.direction() == StockAdjustment.Direction.FOUND);
  }

  static void checkOnce(List<SkuQuantity> counted) {
    if (counted.stream().map(SkuQuantity::sku).distinct().count() < counted.size()) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED, "counted", "a SKU twice", "must name each SKU once");
    }
  }

  private static void adjust(
      Decision.Builder decision,
      IdempotencyKey key,
      LocationId location,
      List<StockAdjustment> lines,
      StockReason reason,
      Entries entries,
      Map<AccountId, Balance> shelves) {
    BatchId id = BatchId.of(BATCHES + key);
    Batch batch = InventoryRules.adjust(id, location, lines, entries);
    InventoryRules.checkShelves(batch, shelves);
    decision.step(new LedgerStep.Post(InventoryRules.opening(batch, shelves.keySet())));
    List<DomainEvent> events =
        Movement.told(
            new InventoryEvent.StockAdjusted(location, lines, reason),
            location,
            InventoryRules.oversold(batch, shelves));
    for (DomainEvent event : events) {
      decision.event(Events.of("stock_movement", id.value(), Version.of(1), event));
    }
  }

  private static boolean isFloored(Session session) {
    return ChannelDocuments.find(session, session.context().channel())
            .map(channel -> ChannelDocuments.market(session, channel.market()).conventions())
            .orElse(Conventions.STANDARD)
            .get(Convention.ON_HAND_FLOOR)
        == OnHandFloor.RESERVED;
  }

  private static long known(Map<AccountId, Balance> shelves, Sku sku, LocationId location) {
    AccountId shelf = StockAccounts.stock(sku, location);
    return shelves.containsKey(shelf) ? shelves.get(shelf).posted() : 0;
  }

  private static Optional<StockAdjustment> adjustment(
      SkuQuantity counted, CatalogEntry entry, long known) {
    int decimals = entry.unit().decimals();
    long differs = counted.quantity().toUnits(decimals) - known;
    if (differs == 0) {
      return Optional.empty();
    }
    Quantity quantity = Counts.quantity(Math.abs(differs), decimals);
    return Optional.of(
        differs > 0
            ? StockAdjustment.found(counted.sku(), quantity)
            : StockAdjustment.gone(counted.sku(), quantity));
  }

  private static void checkFloor(
      SkuQuantity counted,
      LocationId location,
      CatalogEntry entry,
      Map<AccountId, Balance> shelves) {
    AccountId shelf = StockAccounts.stock(counted.sku(), location);
    long held = shelves.containsKey(shelf) ? shelves.get(shelf).held() : 0;
    int decimals = entry.unit().decimals();
    if (counted.quantity().toUnits(decimals) < held) {
      Quantity reserved = Counts.quantity(held, decimals);
      throw new RefusedException(
          InventoryService.BELOW_RESERVED,
          "Of " + counted.sku() + " " + reserved + " are spoken for at " + location + ".",
          Facts.of("sku", counted.sku(), "location", location)
              .with("counted", counted.quantity())
              .with("reserved", reserved));
    }
  }
}
