package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reservations of the caller's own: hold groups under a readable name. */
public final class Reservations {

  private static final Entries NONE = new Entries(Map.of());

  private final Storage storage;

  Reservations(Storage storage) {
    this.storage = storage;
  }

  static BatchId batchId(ReservationId id) {
    return BatchId.of("reservation/" + id);
  }

  /** Whether a group is a reservation of a host, which asks for its goods itself. */
  static boolean isReservation(String group) {
    return group.startsWith("reservation/");
  }

  ReservationOutcome reserve(
      CallContext context, ReservationId id, List<StockDemand> lines, Duration life) {
    checkLife(life);
    return storage.inTransaction(context, session -> reserve(session, id, lines, life));
  }

  static void checkLife(Duration life) {
    if (life.compareTo(InventoryService.RESERVATION_LIFE_MAX) > 0) {
      throw new InvalidInputException(
          LedgerStep.Hold.INVALID_LIFE,
          "life",
          life.toString(),
          "may be at most " + InventoryService.RESERVATION_LIFE_MAX.toDays() + " days");
    }
  }

  Instant extend(CallContext context, ReservationId id, Duration life) {
    checkLife(life);
    return storage.inTransaction(context, session -> extend(session, id, life));
  }

  private static Instant extend(Session session, ReservationId id, Duration life) {
    BatchId group = batchId(id);
    if (session.ledger().batch(group).isEmpty()) {
      throw notFound(id);
    }
    Decision.Builder decision = Decision.builder();
    Extensions.extend(session, decision, group, life);
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.NotHeld notHeld) {
      throw ended(notHeld.state().orElseThrow());
    }
    return ((CommitResult.Applied) result).expiresAt().orElseThrow();
  }

  /** One more of who reserves, or of who did. */
  private static Optional<Leg> reserver(Session session, Optional<HoldGroup> known) {
    return known.isEmpty()
        ? Reservers.of(session.context().actor())
        : known.get().lines().stream()
            .map(HoldLine::from)
            .filter(Reservers::isReserver)
            .map(Reservers::leg)
            .findFirst();
  }

  private static ReservationOutcome reserve(
      Session session, ReservationId id, List<StockDemand> lines, Duration life) {
    return reserve(session, id, lines, life, (decision, until) -> {});
  }

  /**
   * @param more what else is written with it, given when it may expire
   */
  static ReservationOutcome reserve(
      Session session,
      ReservationId id,
      List<StockDemand> lines,
      Duration life,
      BiConsumer<Decision.Builder, Instant> more) {
    Entries entries =
        CatalogDocuments.require(session, lines.stream().map(StockDemand::sku).toList());
    lines.stream()
        .map(StockDemand::location)
        .distinct()
        .forEach(location -> ChannelDocuments.location(session, location));
    Optional<HoldGroup> known = session.ledger().batch(batchId(id));
    SaleTerms today = SaleTerms.bounds(session, lines, entries);
    SaleTerms terms = known.map(today::asOf).orElse(today);
    Batch goods = InventoryRules.reserve(batchId(id), lines, entries, terms);
    List<Leg> legs = new ArrayList<>(goods.legs());
    reserver(session, known).ifPresent(legs::add);
    LedgerStep hold =
        new LedgerStep.Hold(Reservers.opening(Batch.of(goods.id(), legs)), Optional.of(life));
    Decision.Builder decision = Decision.builder().step(hold).event(changed(id, "reserved", 1));
    if (known.isEmpty()) {
      promises(session, id, lines, entries, terms).forEach(decision::save);
      more.accept(decision, session.now().plus(life));
    }
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.Applied applied) {
      return new ReservationOutcome.Reserved(id, applied.expiresAt().orElseThrow());
    }
    if (result instanceof CommitResult.Refused refused) {
      return new ReservationOutcome.Refused(
          StockRefusals.of(refused.shortfalls(), terms.withParts(entries)));
    }
    if (result instanceof CommitResult.AlreadyApplied) {
      return repeated(id, known.orElseThrow(() -> StorageException.conflict("reservation " + id)));
    }
    if (known.isEmpty()) {
      throw StorageException.conflict("reservation " + id);
    }
    throw new IdempotencyMismatchException("inventory.reserve", id.value());
  }

  /** What is not there is waited for, in the order in which it was promised. */
  private static List<DocumentWrite<Waiting>> promises(
      Session session,
      ReservationId id,
      List<StockDemand> lines,
      Entries entries,
      SaleTerms terms) {
    List<DocumentWrite<Waiting>> promises = new ArrayList<>();
    int line = 0;
    for (StockDemand demand : lines) {
      line += terms.take(entries.of(demand.sku()), demand).size();
      if (!demand.supply().equals(Supply.ON_HAND)) {
        CatalogEntry entry = entries.of(demand.sku());
        Waiting waiting =
            Waiting.of(
                batchId(id).value(),
                line,
                demand.sku(),
                demand.location(),
                demand.quantity().toUnits(entry.unit().decimals()),
                session.now());
        promises.add(DocumentWrite.create(Waiting.TYPE, waiting.id(), waiting));
      }
    }
    return promises;
  }

  /**
   * A repeat answers as the first time as long as the reservation is there; one that has ended is
   * not made again.
   */
  private static ReservationOutcome repeated(ReservationId id, HoldGroup group) {
    if (group.state().isEnded()) {
      throw ended(group.state());
    }
    return new ReservationOutcome.Reserved(id, group.expiresAt().orElseThrow());
  }

  void confirm(CallContext context, ReservationId id) {
    storage.inTransaction(context, session -> commit(session, id, confirming(session, id), NONE));
  }

  /** What is decided is not counted as a reservation any more. */
  private static Decision confirming(Session session, ReservationId id) {
    BatchId group = batchId(id);
    Decision.Builder decision =
        Decision.builder().step(new LedgerStep.Confirm(group)).event(changed(id, "confirmed", 2));
    session.ledger().batch(group).stream()
        .flatMap(known -> known.lines().stream())
        .filter(line -> Reservers.isReserver(line.from()) && line.open() > 0)
        .forEach(
            line -> decision.step(new LedgerStep.ReleaseLine(group, line.line(), line.open())));
    return decision.build();
  }

  void release(CallContext context, ReservationId id) {
    storage.inTransaction(
        context,
        session -> {
          HeldGoods held = HeldGoods.load(session, id);
          Decision decision =
              held.isPlain()
                  ? step(held, new LedgerStep.Release(batchId(id)), "released")
                  : parts(session, held).end("released");
          return commit(session, id, decision, NONE);
        });
  }

  void ship(CallContext context, ReservationId id) {
    storage.inTransaction(
        context,
        session -> {
          HeldGoods held = HeldGoods.load(session, id);
          Decision decision =
              held.isPlain()
                  ? step(held, new LedgerStep.PostAll(batchId(id)), "shipped")
                  : leaving(held, parts(session, held));
          return commit(session, id, decision, NONE);
        });
  }

  /** What waits for goods leaves no sooner than what has them. */
  private static Decision leaving(HeldGoods held, ReservationParts parts) {
    HoldState state = held.own().state();
    boolean undecided = state == HoldState.HELD || state == HoldState.EXPIRED;
    if (undecided || (state == HoldState.VOIDED && held.isGivenBack())) {
      throw ended(state);
    }
    return parts.shipAll();
  }

  void paid(CallContext context, ReservationId id) {
    storage.inTransaction(
        context,
        session -> commit(session, id, parts(session, HeldGoods.load(session, id)).paid(), NONE));
  }

  void cancel(CallContext context, ReservationId id) {
    storage.inTransaction(
        context,
        session -> commit(session, id, parts(session, HeldGoods.load(session, id)).cancel(), NONE));
  }

  /** A part of a reservation, once under its key. */
  void part(
      CallContext context,
      String command,
      IdempotencyKey key,
      ReservationId id,
      Collection<?> parts,
      Function<ReservationParts, Decision> decide) {
    String content = id + "\n" + parts;
    storage.inTransaction(
        context,
        session -> {
          if (Commands.resultOfAnybody(session, command, key, content).isPresent()) {
            return id;
          }
          ReservationParts part = parts(session, HeldGoods.load(session, id));
          Decision decided = decide.apply(part);
          Decision.Builder decision =
              Decision.builder().save(Commands.doneByAnybody(command, key, content, id.value()));
          decided.documents().forEach(decision::save);
          decided.steps().forEach(decision::step);
          decided.events().forEach(decision::event);
          return commit(session, id, decision.build(), part.entries());
        });
  }

  private static ReservationParts parts(Session session, HeldGoods held) {
    List<Sku> skus =
        held.groups().stream()
            .flatMap(group -> group.lines().stream())
            .filter(line -> !line.from().isContra() && !Reservers.isReserver(line.from()))
            .map(line -> TermAccounts.sku(line.from()))
            .distinct()
            .toList();
    return new ReservationParts(
        held,
        CatalogDocuments.require(session, skus),
        ChannelDocuments.find(session, session.context().channel())
            .map(channel -> ChannelDocuments.market(session, channel.market()).conventions())
            .orElse(Conventions.STANDARD));
  }

  private static Decision step(HeldGoods held, LedgerStep step, String change) {
    int version = held.record().told() + 1;
    return Decision.builder().step(step).event(changed(held.id(), change, version)).build();
  }

  private static ReservationId commit(
      Session session, ReservationId id, Decision decision, Entries entries) {
    CommitResult result = session.commit(decision);
    if (result instanceof CommitResult.NotHeld notHeld) {
      throw notHeld
          .state()
          .<RuntimeException>map(Reservations::ended)
          .orElseGet(() -> notFound(id));
    }
    if (result instanceof CommitResult.Refused refused) {
      throw new RefusedException(StockRefusals.of(refused.shortfalls(), entries).get(0));
    }
    return id;
  }

  private static NotFoundException notFound(ReservationId id) {
    return new NotFoundException(
        InventoryService.RESERVATION_NOT_FOUND, Reference.of("reservation", id.value()));
  }

  /** Why nothing can be done with a reservation that is over. */
  public static RefusedException ended(HoldState state) {
    return state == HoldState.EXPIRED
        ? new RefusedException(
            InventoryService.RESERVATION_EXPIRED,
            "The reservation has expired; reserve again under a new id.",
            Facts.of("state", state))
        : new RefusedException(
            InventoryService.RESERVATION_ENDED,
            "The reservation is " + state + ", which does not allow this.",
            Facts.of("state", state));
  }

  static NewEvent changed(ReservationId id, String change, int version) {
    return Events.of(
        "reservation",
        id.value(),
        Version.of(version),
        new InventoryEvent.ReservationChanged(id, change));
  }
}
