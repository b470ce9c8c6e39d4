package io.omnicommerce.core.inventory;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Pages;
import io.omnicommerce.core.storage.Required;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockCheck;
import io.omnicommerce.inventory.StockCheck.Status;
import io.omnicommerce.inventory.StockCheckId;
import io.omnicommerce.inventory.StockCheckService;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The service of looks at shelves. */
public final class CoreStockCheckService implements StockCheckService {

  private static final String OPEN = "open";
  private static final String COMMAND = "inventory.stock_check";

  static final DocumentType<StockCheck> TYPE =
      DocumentType.of("stock_check", Json.codec(StockCheck.class))
          .foundBy(
              LookupKey.shared(
                  OPEN,
                  check ->
                      check.status() == Status.OPEN
                          ? List.of(check.location().value())
                          : List.of()));

  private final Storage storage;

  public CoreStockCheckService(Storage storage) {
    this.storage = storage;
  }

  @Override
  public StockCheck ask(
      CallContext context, StockCheckId id, LocationId location, SkuQuantity goods, Duration life) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(goods, "goods");
    Reservations.checkLife(life);
    return storage.inTransaction(context, session -> ask(session, id, location, goods, life));
  }

  private static StockCheck ask(
      Session session, StockCheckId id, LocationId location, SkuQuantity goods, Duration life) {
    Instant until = session.now().plus(life);
    StockCheck check = new StockCheck(id, location, goods, Status.OPEN, until);
    Optional<StockCheck> known = session.documents().find(TYPE, id.value()).map(Stored::value);
    IdempotencyKey key = IdempotencyKey.of(id.value());
    String content = location + "\n" + goods;
    boolean repeated = Commands.resultOf(session, COMMAND, key, content).isPresent();
    if (known.isPresent()) {
      return known.filter(theirs -> repeated).orElseThrow(() -> taken(id));
    }
    List<StockDemand> demands = List.of(StockDemand.of(goods.sku(), location, goods.quantity()));
    ReservationOutcome outcome =
        Reservations.reserve(
            session,
            check.reservation(),
            demands,
            life,
            (decision, end) ->
                decision
                    .save(DocumentWrite.create(TYPE, id.value(), check))
                    .save(Commands.done(session, COMMAND, key, content, id.value()))
                    .event(told(check, Version.of(1))));
    if (outcome instanceof ReservationOutcome.Refused refused) {
      throw new RefusedException(refused.reasons().get(0));
    }
    return check;
  }

  /** Says the same to everybody else, whatever was asked for under the id. */
  private static IdempotencyMismatchException taken(StockCheckId id) {
    return new IdempotencyMismatchException(COMMAND, id.value());
  }

  @Override
  public List<StockCheck> open(CallContext context, LocationId location) {
    Objects.requireNonNull(location, "location");
    context.actor().require(InventoryService.MANAGE);
    return storage.inTransaction(
        context,
        session ->
            Pages.all(session, TYPE, OPEN, location.value()).stream().map(Stored::value).toList());
  }

  @Override
  public Optional<StockCheck> find(CallContext context, StockCheckId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(InventoryService.MANAGE);
    return storage.inTransaction(
        context, session -> session.documents().find(TYPE, id.value()).map(Stored::value));
  }

  @Override
  public StockCheck found(CallContext context, StockCheckId id, Duration keep) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(keep, "keep");
    context.actor().require(InventoryService.MANAGE);
    Reservations.checkLife(keep);
    return storage.inTransaction(context, session -> found(session, require(session, id), keep));
  }

  private static StockCheck found(Session session, Stored<StockCheck> stored, Duration keep) {
    StockCheck before = stored.value();
    if (isAnswered(before, Status.FOUND)) {
      return before;
    }
    Decision.Builder decision = Decision.builder();
    Extensions.extend(session, decision, group(before), keep);
    StockCheck found = with(before, Status.FOUND, session.now().plus(keep));
    CommitResult result = session.commit(save(decision, stored, found).build());
    if (result instanceof CommitResult.NotHeld notHeld) {
      throw Reservations.ended(notHeld.state().orElse(HoldState.EXPIRED));
    }
    return found;
  }

  @Override
  public StockCheck notThere(CallContext context, StockCheckId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(InventoryService.MANAGE);
    return storage.inTransaction(context, session -> notThere(session, require(session, id)));
  }

  private static StockCheck notThere(Session session, Stored<StockCheck> stored) {
    StockCheck before = stored.value();
    if (isAnswered(before, Status.NOT_THERE)) {
      return before;
    }
    HoldGroup held = session.ledger().batch(group(before)).orElseThrow();
    Decision.Builder decision = Decision.builder();
    if (!held.state().isEnded()) {
      decision.step(new LedgerStep.Release(held.id()));
    }
    BatchId gone = BatchId.of("stock-check-gone/" + before.id());
    decision.step(new LedgerStep.Post(Batch.of(gone, gone(session, held))));
    StockCheck answered = with(before, Status.NOT_THERE, session.now());
    Results.commit(session, save(decision, stored, answered).build());
    return answered;
  }

  /** The goods that were held for it: of a bundle its parts, as they were when it was asked. */
  private static List<Leg> gone(Session session, HoldGroup held) {
    List<HoldLine> goods =
        held.lines().stream().filter(line -> StockAccounts.isStock(line.from())).toList();
    Entries entries =
        CatalogDocuments.require(
            session, goods.stream().map(line -> StockAccounts.sku(line.from())).toList());
    return goods.stream().map(line -> gone(line, entries)).toList();
  }

  private static Leg gone(HoldLine line, Entries entries) {
    String unit = entries.of(StockAccounts.sku(line.from())).unit().countedIn();
    return Leg.of(line.from(), StockAccounts.SHRINKAGE, line.amount(), unit).asForced();
  }

  private static BatchId group(StockCheck check) {
    return Reservations.batchId(check.reservation());
  }

  private static boolean isAnswered(StockCheck check, Status with) {
    if (check.status() != Status.OPEN && check.status() != with) {
      throw new RefusedException(
          CHECK_ANSWERED,
          "The check " + check.id() + " was answered before: " + check.status() + ".",
          Facts.of("check", check.id(), "status", check.status()));
    }
    return check.status() == with;
  }

  private static StockCheck with(StockCheck check, Status status, Instant until) {
    return new StockCheck(check.id(), check.location(), check.goods(), status, until);
  }

  private static Decision.Builder save(
      Decision.Builder decision, Stored<StockCheck> before, StockCheck changed) {
    return decision
        .save(DocumentWrite.update(TYPE, before, changed))
        .event(told(changed, before.version().next()));
  }

  private static NewEvent told(StockCheck check, Version version) {
    return Events.of(
        "stock_check",
        check.id().value(),
        version,
        new InventoryEvent.StockChecked(check.id(), check.location(), check.status()));
  }

  private static Stored<StockCheck> require(Session session, StockCheckId id) {
    return Required.of(session, TYPE, id.value(), UNKNOWN_CHECK);
  }
}
