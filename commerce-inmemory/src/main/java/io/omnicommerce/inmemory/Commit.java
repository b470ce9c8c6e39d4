package io.omnicommerce.inmemory;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.Applied;
import io.omnicommerce.storage.CommitResult.Refused;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.EventEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes one decision in the canonical order, whole or not at all. */
final class Commit {

  private final TenantSpace space;
  private final InMemorySession session;
  private final Instant due;
  private boolean shortage;

  Commit(TenantSpace space, InMemorySession session) {
    this.space = space;
    this.session = session;
    this.due = session.clockReading();
  }

  CommitResult run(Decision decision) {
    CommitResult first = attempt(decision);
    boolean again = first instanceof Refused refused && shortage && freeDue(refused);
    return again ? attempt(decision) : first;
  }

  /** A buyer never loses to a dead cart: what is due on the short accounts is given back first. */
  private boolean freeDue(Refused refused) {
    Set<AccountId> shortOnes =
        refused.shortfalls().stream().map(Shortfall::account).collect(Collectors.toSet());
    return space.books().expireDueOn(shortOnes, due) > 0;
  }

  private CommitResult attempt(Decision decision) {
    Undo undo = new Undo();
    try {
      CommitResult result = write(decision, undo);
      if (!result.isApplied()) {
        undo.run();
      }
      return result;
    } catch (RuntimeException | Error failed) {
      undo.run();
      throw failed;
    }
  }

  private CommitResult write(Decision decision, Undo undo) {
    LedgerWrite ledger = new LedgerWrite(space.books(), session.now(), due, undo);
    CommitResult refusal = ledger.claim(decision.steps());
    if (refusal != null) {
      return refusal;
    }
    DocumentWrites documents = new DocumentWrites(space.documents(), session.throughCodecs(), undo);
    documents.write(decision.documents());
    refusal = ledger.move(decision.steps());
    shortage = ledger.isShort();
    if (refusal != null) {
      return refusal;
    }
    documents.derive();
    ledger.journal();
    return new Applied(events(decision, undo), ledger.expiresAt());
  }

  private List<EventEnvelope> events(Decision decision, Undo undo) {
    return decision.events().isEmpty()
        ? List.of()
        : space.outbox().append(session, decision.events(), undo);
  }
}
