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
import io.omnicommerce.ledger.HoldLine;
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
public final class Backlog {

  private final Storage storage;
  private final Arrivals arrivals;

  public Backlog(Storage storage, Arrivals arrivals) {
    this.storage = storage;
    this.arrivals = arrivals;
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
  public int fill(CallContext context, LocationId location, Collection<Sku> skus) {
    int filled = 0;
    for (Sku sku : skus) {
      filled += fill(context, location, sku);
      storage.inTransaction(context, session -> shelve(session, sku, location));
    }
    return filled;
  }

  /** Whoever comes into the queue meanwhile is behind all who are in it. */
  private int fill(CallContext context, LocationId location, Sku sku) {
    int filled = 0;
    for (String id : storage.inTransaction(context, session -> queue(session, sku, location))) {
      Turn turn = storage.inTransaction(context, session -> turn(session, id, sku, location));
      if (turn == Turn.NOTHING_LEFT) {
        return filled;
      }
      filled += turn == Turn.SERVED ? 1 : 0;
    }
    return filled;
  }

  /** Who was promised first comes first. */
  private static List<String> queue(Session session, Sku sku, LocationId location) {
    return Pages.all(session, Waiting.TYPE, Waiting.SHELF, Waiting.queue(sku, location)).stream()
        .sorted(
            Comparator.comparing((Stored<Waiting> stored) -> stored.value().since())
                .thenComparing(Stored::id))
        .map(Stored::id)
        .toList();
  }

  /** What has become of somebody in the queue. */
  private enum Turn {
    SERVED,
    PASSED_OVER,
    NOTHING_LEFT
  }

  private Turn turn(Session session, String id, Sku sku, LocationId location) {
    Map<AccountId, Balance> there =
        session
            .ledger()
            .balancesWithoutDue(
                List.of(TermAccounts.arrived(sku, location), StockAccounts.stock(sku, location)));
    long arrived = available(there, TermAccounts.arrived(sku, location));
    long shelf = Math.max(0, available(there, StockAccounts.stock(sku, location)));
    if (arrived + shelf == 0) {
      return Turn.NOTHING_LEFT;
    }
    return session
            .documents()
            .find(Waiting.TYPE, id)
            .filter(stored -> isServed(session, queued(session, stored), arrived, shelf))
            .isPresent()
        ? Turn.SERVED
        : Turn.PASSED_OVER;
  }

  private boolean isServed(Session session, Queued queued, long arrived, long shelf) {
    if (queued.isOver()) {
      leave(session, queued.waiting());
      return false;
    }
    return queued.isConfirmed() && serve(session, queued, arrived, shelf);
  }

  /** Whoever has let go of a promise, or lost it, leaves the queue. */
  private static void leave(Session session, Stored<Waiting> over) {
    if (over.value().open() > 0) {
      Results.commit(
          session,
          Decision.builder()
              .save(DocumentWrite.update(Waiting.TYPE, over, over.value().ended()))
              .build());
    }
  }

  private static long available(Map<AccountId, Balance> there, AccountId account) {
    return there.containsKey(account) ? there.get(account).available() : 0;
  }

  /** Somebody in the queue: a promise with the group that holds it, and how much is open there. */
  private record Queued(Stored<Waiting> waiting, Optional<HoldGroup> holding, long open) {

    boolean isOver() {
      return open == 0 || group().state().isEnded();
    }

    boolean isConfirmed() {
      return open > 0 && group().state() == HoldState.CONFIRMED;
    }

    HoldGroup group() {
      return holding.orElseThrow();
    }
  }

  private static Queued queued(Session session, Stored<Waiting> stored) {
    Optional<HoldGroup> group = session.ledger().batch(BatchId.of(stored.value().group()));
    long open = group.map(holding -> open(holding, stored.value().line())).orElse(0L);
    return new Queued(stored, group, open);
  }

  private static long open(HoldGroup group, int line) {
    return group.lines().stream()
        .filter(held -> held.line() == line)
        .mapToLong(held -> held.open())
        .sum();
  }

  /**
   * One decision: here it is held, there it is promised no more.
   *
   * @return whether it was made: nothing comes for a promise that is nobody's yet
   */
  private boolean serve(Session session, Queued queued, long arrived, long shelf) {
    Decision.Builder decision = Decision.builder();
    Waiting waiting = queued.waiting().value();
    long units = Math.min(queued.open(), arrived + shelf);
    BatchId fill = waiting.nextFill();
    Arrival arrival = new Arrival(waiting.group(), waiting.line(), fill.value(), units);
    if (!isHeard(session, decision, arrival)) {
      return false;
    }
    CatalogEntry entry =
        CatalogDocuments.require(session, List.of(waiting.sku())).of(waiting.sku());
    long brought = Math.min(units, arrived);
    List<HoldLine> bounds = bounds(queued);
    List<Leg> legs = legs(waiting, entry, bounds, units, brought);
    decision
        .step(new LedgerStep.Hold(Batch.of(fill, legs), Optional.empty()))
        .step(new LedgerStep.Confirm(fill))
        .step(new LedgerStep.ReleaseLine(queued.group().id(), waiting.line(), units))
        .save(DocumentWrite.update(Waiting.TYPE, queued.waiting(), waiting.filled(fill, units)))
        .event(
            Events.of("stock_movement", fill.value(), Version.of(1), told(waiting, entry, units)));
    for (HoldLine bound : bounds) {
      decision.step(new LedgerStep.ReleaseLine(queued.group().id(), bound.line(), units));
    }
    if (brought > 0) {
      decision.step(new LedgerStep.PostLine(fill, legs.size(), brought));
    }
    Results.commitWhileThere(session, decision.build());
    return true;
  }

  private boolean isHeard(Session session, Decision.Builder decision, Arrival arrival) {
    return Reservations.isReservation(arrival.promise())
        || arrivals.hear(session, decision, arrival);
  }

  private static List<HoldLine> bounds(Queued queued) {
    List<Integer> lines = queued.waiting().value().bounds();
    return queued.group().lines().stream().filter(line -> lines.contains(line.line())).toList();
  }

  /** The goods' way out comes first and what bounds it behind, as in any group of an order. */
  private static List<Leg> legs(
      Waiting waiting, CatalogEntry entry, List<HoldLine> bounds, long units, long brought) {
    AccountId stock = StockAccounts.stock(waiting.sku(), waiting.location());
    String unit = entry.unit().countedIn();
    List<Leg> legs = new ArrayList<>();
    legs.add(Leg.of(stock, StockAccounts.SHIPPED, units, unit));
    bounds.forEach(bound -> legs.add(Leg.of(bound.from(), bound.to(), units, bound.unit())));
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
