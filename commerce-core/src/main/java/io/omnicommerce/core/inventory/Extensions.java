package io.omnicommerce.core.inventory;

import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reservations that are kept alive, and since when: none is for ever. */
public final class Extensions {

  /** When a reservation was extended for the first time. */
  record Extended(Instant first) {}

  static final DocumentType<Extended> TYPE =
      DocumentType.of("extended", Json.codec(Extended.class));

  private Extensions() {}

  /**
   * Adds to a decision that a group lives so long from now.
   *
   * @throws LimitExceededException {@code inventory.limit_exceeded}
   */
  public static void extend(
      Session session, Decision.Builder decision, BatchId group, Duration life) {
    Optional<Stored<Extended>> before = session.documents().find(TYPE, group.value());
    Instant first = before.map(known -> known.value().first()).orElse(session.now());
    Instant last = first.plus(InventoryService.EXTENSIONS_MAX);
    if (session.now().plus(life).isAfter(last)) {
      throw new LimitExceededException(
          InventoryService.LIMIT_EXCEEDED,
          "extensionsMax",
          InventoryService.EXTENSIONS_MAX.toDays(),
          "A reservation can be kept alive for so many days; make it an order, or reserve anew.");
    }
    if (before.isEmpty()) {
      decision.save(DocumentWrite.create(TYPE, group.value(), new Extended(first)));
    }
    decision.step(new LedgerStep.Extend(group, life));
  }
}
