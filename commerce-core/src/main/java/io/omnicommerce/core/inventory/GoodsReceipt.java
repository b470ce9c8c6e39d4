package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goods that come in, for whoever waits for them first and for the shelf then. */
record GoodsReceipt(Storage storage, Backlog backlog) {

  private static final String COMMAND = "inventory.receive";
  private static final String RECEIVE = "receive";
  private static final String ARRIVE = "arrive";
  private static final String RECEIVE_INBOUND = "inventory.receive_inbound";

  void receive(
      CallContext context, IdempotencyKey key, LocationId location, List<SkuQuantity> lines) {
    List<Sku> skus = skus(lines);
    boolean waited =
        storage.inTransaction(
            context, session -> receive(session, key, location, lines, skus, Decision.builder()));
    if (waited) {
      backlog.fill(context, location, skus);
    }
  }

  /**
   * @param last whether no more of the delivery is expected
   */
  void receive(
      CallContext context,
      IdempotencyKey key,
      InboundId delivery,
      List<SkuQuantity> lines,
      boolean last) {
    List<Sku> skus = skus(lines);
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

  private static List<Sku> skus(List<SkuQuantity> lines) {
    return lines.stream().map(SkuQuantity::sku).distinct().toList();
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
    if (isBooked(session, ARRIVE, key) || isBooked(session, RECEIVE, key)) {
      throw new IdempotencyMismatchException(COMMAND, key.value());
    }
    decision.save(Commands.doneByAnybody(RECEIVE_INBOUND, key, content, inbound.id()));
    Expectations.arrived(session, decision, inbound, lines, last);
    return decision;
  }

  private static boolean isBooked(Session session, String as, IdempotencyKey key) {
    return session.ledger().batch(Movement.batchId(as, key)).isPresent();
  }

  /** Whether somebody waits for some of it: then it is kept apart until that is settled. */
  private static boolean receive(
      Session session,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> lines,
      List<Sku> skus,
      Decision.Builder more) {
    Entries entries = Movement.facts(session, location, skus);
    boolean waited = isWaitedFor(session, key, location, skus);
    Batch goods =
        waited
            ? InventoryRules.arrive(Movement.batchId(ARRIVE, key), location, lines, entries)
            : InventoryRules.receive(Movement.batchId(RECEIVE, key), location, lines, entries);
    Map<AccountId, Balance> shelves = Movement.shelves(session, goods, location, entries);
    new Movement(
            COMMAND,
            key,
            InventoryRules.opening(goods, shelves.keySet()),
            List.of(new InventoryEvent.StockReceived(location, lines)),
            entries)
        .post(session, more);
    return waited;
  }

  /** A repeat is received as it was the first time. */
  private static boolean isWaitedFor(
      Session session, IdempotencyKey key, LocationId location, List<Sku> skus) {
    return Backlog.isWaitedFor(session, location, skus)
        ? !isBooked(session, RECEIVE, key)
        : isBooked(session, ARRIVE, key);
  }
}
