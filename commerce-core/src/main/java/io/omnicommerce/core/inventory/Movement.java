package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Goods that move once under a key: they are posted as one batch, and told of.
 *
 * @param entries of what moves
 */
record Movement(
    String command, IdempotencyKey key, Batch batch, List<DomainEvent> events, Entries entries) {

  static BatchId batchId(String command, IdempotencyKey key) {
    return BatchId.of(command + '/' + key);
  }

  /** The entries of goods that can lie at a location. */
  static Entries facts(Session session, LocationId location, Collection<Sku> skus) {
    ChannelDocuments.location(session, location);
    Entries entries = CatalogDocuments.require(session, skus);
    InventoryRules.checkNoBundles(entries);
    return entries;
  }

  /** The shelves as they are, if they have room for the goods; a repeat needs none. */
  static Map<AccountId, Balance> shelves(
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

  static List<DomainEvent> told(DomainEvent event, LocationId location, List<Sku> oversold) {
    return oversold.isEmpty()
        ? List.of(event)
        : List.of(event, new InventoryEvent.Oversold(location, oversold));
  }

  /** The reason stands in no leg of the batch, so a repeat is told from another count by it. */
  BatchId post(Session session, StockReason reason) {
    Decision.Builder decision = Decision.builder();
    String why = reason.value();
    if (Commands.resultOfAnybody(session, command, key, why).isEmpty()) {
      decision.save(Commands.doneByAnybody(command, key, why, batch.id().value()));
    }
    return post(session, decision);
  }

  BatchId post(Session session) {
    return post(session, Decision.builder());
  }

  /**
   * @param decision what is decided with it
   */
  BatchId post(Session session, Decision.Builder decision) {
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
