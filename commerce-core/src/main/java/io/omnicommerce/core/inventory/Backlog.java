package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Pages;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives goods that have arrived to those who were promised them. Until then they stand apart, so
 * that nobody who comes later takes them meanwhile, and whoever is interrupted can go on.
 */
final class Backlog {

  private final Storage storage;

  Backlog(Storage storage) {
    this.storage = storage;
  }

  /** Whether promises are open for which goods of these may come. */
  static boolean isWaitedFor(Session session, LocationId location, Collection<Sku> skus) {
    return skus.stream()
        .anyMatch(
            sku ->
                !session
                    .documents()
                    .findBy(
                        Waiting.TYPE,
                        Waiting.SHELF,
                        Waiting.queue(sku, location),
                        PageRequest.first(1))
                    .items()
                    .isEmpty());
  }

  /** Answers how many promises got something. */
  int fill(CallContext context, LocationId location, Collection<Sku> skus) {
    int filled = 0;
    for (Sku sku : skus) {
      while (storage.inTransaction(context, session -> next(session, sku, location))) {
        filled++;
      }
      storage.inTransaction(context, session -> shelve(session, sku, location));
    }
    return filled;
  }

  /** Whether the first who waits and can be served got something. */
  private static boolean next(Session session, Sku sku, LocationId location) {
    Map<AccountId, Balance> there =
        session
            .ledger()
            .balancesWithoutDue(
                List.of(TermAccounts.arrived(sku, location), StockAccounts.stock(sku, location)));
    long arrived = available(there, TermAccounts.arrived(sku, location));
    long shelf = Math.max(0, available(there, StockAccounts.stock(sku, location)));
    if (arrived + shelf == 0) {
      return false;
    }
    Optional<Due> due = first(session, sku, location);
    due.ifPresent(promise -> serve(session, promise, arrived, shelf));
    return due.isPresent();
  }

  private static long available(Map<AccountId, Balance> there, AccountId account) {
    return there.containsKey(account) ? there.get(account).available() : 0;
  }

  /** A promise that is confirmed, with how much of it is open in the ledger. */
  private record Due(Stored<Waiting> waiting, long open) {}

  private static Optional<Due> first(Session session, Sku sku, LocationId location) {
    return Pages.all(session, Waiting.TYPE, Waiting.SHELF, Waiting.queue(sku, location)).stream()
        .sorted(
            Comparator.comparing((Stored<Waiting> stored) -> stored.value().since())
                .thenComparing(Stored::id))
        .flatMap(stored -> due(session, stored).stream())
        .findFirst();
  }

  private static Optional<Due> due(Session session, Stored<Waiting> stored) {
    return session
        .ledger()
        .batch(BatchId.of(stored.value().group()))
        .filter(group -> group.state() == HoldState.CONFIRMED)
        .map(group -> new Due(stored, open(group, stored.value().line())))
        .filter(due -> due.open() > 0);
  }

  private static long open(HoldGroup group, int line) {
    return group.lines().stream()
        .filter(held -> held.line() == line)
        .mapToLong(held -> held.open())
        .sum();
  }

  /** One decision: here it is held, there it is promised no more. */
  private static void serve(Session session, Due due, long arrived, long shelf) {
    Waiting waiting = due.waiting().value();
    CatalogEntry entry =
        CatalogDocuments.require(session, List.of(waiting.sku())).of(waiting.sku());
    long units = Math.min(due.open(), arrived + shelf);
    long brought = Math.min(units, arrived);
    BatchId fill = waiting.nextFill();
    Decision.Builder decision =
        Decision.builder()
            .step(
                new LedgerStep.Hold(
                    Batch.of(fill, legs(waiting, entry, units, brought)), Optional.empty()))
            .step(new LedgerStep.Confirm(fill))
            .step(new LedgerStep.ReleaseLine(BatchId.of(waiting.group()), waiting.line(), units))
            .save(DocumentWrite.update(Waiting.TYPE, due.waiting(), waiting.filled(fill, units)))
            .event(
                Events.of(
                    "stock_movement", fill.value(), Version.of(1), told(waiting, entry, units)));
    if (brought > 0) {
      decision.step(new LedgerStep.PostLine(fill, 2, brought));
    }
    Results.commit(session, decision.build());
  }

  /** The goods' way out comes first, as in any group of an order. */
  private static List<Leg> legs(Waiting waiting, CatalogEntry entry, long units, long brought) {
    AccountId stock = StockAccounts.stock(waiting.sku(), waiting.location());
    String unit = entry.unit().countedIn();
    List<Leg> legs = new ArrayList<>();
    legs.add(Leg.of(stock, StockAccounts.SHIPPED, units, unit));
    if (brought > 0) {
      legs.add(
          Leg.of(TermAccounts.arrived(waiting.sku(), waiting.location()), stock, brought, unit));
    }
    return legs;
  }

  private static InventoryEvent told(Waiting waiting, CatalogEntry entry, long units) {
    return new InventoryEvent.BacklogFilled(
        waiting.group(),
        waiting.location(),
        SkuQuantity.of(waiting.sku(), Counts.quantity(units, entry.unit().decimals())));
  }

  /** What nobody waits for can be sold. */
  private static boolean shelve(Session session, Sku sku, LocationId location) {
    AccountId arrived = TermAccounts.arrived(sku, location);
    Map<AccountId, Balance> there = session.ledger().balances(List.of(arrived));
    long rest = available(there, arrived);
    if (rest <= 0) {
      return false;
    }
    String id = Fingerprint.of(arrived.toString()).substring(0, 32);
    Optional<Stored<Shelving>> before = session.documents().find(Shelving.TYPE, id);
    Shelving next = new Shelving(before.map(known -> known.value().times() + 1).orElse(1L));
    Leg goods =
        Leg.of(
            arrived,
            StockAccounts.stock(sku, location),
            rest,
            Objects.requireNonNull(there.get(arrived)).unit());
    Results.checkCurrent(
        session.commit(
            Decision.builder()
                .save(
                    before
                        .map(known -> DocumentWrite.update(Shelving.TYPE, known, next))
                        .orElseGet(() -> DocumentWrite.create(Shelving.TYPE, id, next)))
                .step(
                    new LedgerStep.Post(
                        Batch.of(BatchId.of("shelve/" + id + '/' + next.times()), goods)))
                .build()));
    return true;
  }
}
