package io.omnicommerce.core.inventory;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reservations of the caller's own: hold groups under a readable name. */
final class Reservations {

  private final Storage storage;

  Reservations(Storage storage) {
    this.storage = storage;
  }

  static BatchId batchId(ReservationId id) {
    return BatchId.of("reservation/" + id);
  }

  ReservationOutcome reserve(
      CallContext context, ReservationId id, List<StockDemand> lines, Duration life) {
    if (life.compareTo(InventoryService.RESERVATION_LIFE_MAX) > 0) {
      throw new InvalidInputException(
          LedgerStep.Hold.INVALID_LIFE,
          "life",
          life.toString(),
          "may be at most " + InventoryService.RESERVATION_LIFE_MAX.toDays() + " days");
    }
    return storage.inTransaction(context, session -> reserve(session, id, lines, life));
  }

  private static ReservationOutcome reserve(
      Session session, ReservationId id, List<StockDemand> lines, Duration life) {
    Entries entries =
        CatalogDocuments.require(session, lines.stream().map(StockDemand::sku).toList());
    lines.stream()
        .map(StockDemand::location)
        .distinct()
        .forEach(location -> ChannelDocuments.location(session, location));
    Optional<HoldGroup> known = session.ledger().batch(batchId(id));
    SaleTerms today = SaleTerms.bounds(session, lines);
    SaleTerms terms = known.map(today::asOf).orElse(today);
    LedgerStep hold =
        new LedgerStep.Hold(
            InventoryRules.reserve(batchId(id), lines, entries, terms), Optional.of(life));
    CommitResult result =
        session.commit(Decision.builder().step(hold).event(changed(id, "reserved", 1)).build());
    if (result instanceof CommitResult.Applied applied) {
      return new ReservationOutcome.Reserved(id, applied.expiresAt().orElseThrow());
    }
    if (result instanceof CommitResult.Refused refused) {
      return new ReservationOutcome.Refused(StockRefusals.of(refused.shortfalls(), entries));
    }
    if (result instanceof CommitResult.AlreadyApplied) {
      return repeated(id, known.orElseThrow(() -> StorageException.conflict("reservation " + id)));
    }
    if (known.isEmpty()) {
      throw StorageException.conflict("reservation " + id);
    }
    throw new IdempotencyMismatchException("inventory.reserve", id.value());
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

  void end(CallContext context, ReservationId id, LedgerStep step, String change) {
    storage.inTransaction(
        context,
        session -> {
          int version = "confirmed".equals(change) ? 2 : 3;
          CommitResult result =
              session.commit(
                  Decision.builder().step(step).event(changed(id, change, version)).build());
          if (result instanceof CommitResult.NotHeld notHeld) {
            throw notHeld
                .state()
                .<RuntimeException>map(Reservations::ended)
                .orElseGet(
                    () ->
                        new NotFoundException(
                            InventoryService.RESERVATION_NOT_FOUND,
                            Reference.of("reservation", id.value())));
          }
          return result;
        });
  }

  private static RefusedException ended(HoldState state) {
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

  private static io.omnicommerce.storage.NewEvent changed(
      ReservationId id, String change, int version) {
    return Events.of(
        "reservation",
        id.value(),
        Version.of(version),
        new InventoryEvent.ReservationChanged(id, change));
  }
}
