package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.Applied;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.EventEnvelope;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One attempt to write a decision, in the canonical order. */
final class Attempt {

  private final Scope scope;
  private final JdbcSession session;
  private final Decision decision;
  private final Plan plan;
  private final Steps steps;
  private final Netting netting = new Netting();
  private final BatchRows batches;
  private final GroupRows groups;
  private final List<DocumentWrite<?>> documents;

  Attempt(Scope scope, JdbcSession session, Decision decision, Plan plan) {
    this.scope = scope;
    this.session = session;
    this.decision = decision;
    this.plan = plan;
    this.steps = plan.steps();
    this.batches = new BatchRows(scope);
    this.groups = new GroupRows(scope, netting);
    this.documents = sorted(decision.documents());
  }

  /** Writes everything, or says why not; then what was written so far is to be taken back. */
  Outcome write() throws SQLException {
    Optional<CommitResult> ended = batches.claim(steps, netting);
    if (ended.isPresent()) {
      return new Outcome.Ended(ended.get());
    }
    if (!documents.isEmpty()) {
      new DocumentRows(scope).write(documents);
    }
    ended = groups.move(steps, plan.due());
    if (ended.isPresent()) {
      return new Outcome.Ended(ended.get());
    }
    List<Change> refused = changeAccounts();
    return refused.isEmpty() ? derive() : new Outcome.NotTaken(asAsked(refused));
  }

  static List<DocumentWrite<?>> sorted(List<DocumentWrite<?>> documents) {
    List<DocumentWrite<?>> sorted = new ArrayList<>(documents);
    sorted.sort(DocumentRows::compare);
    return sorted;
  }

  private List<Change> changeAccounts() throws SQLException {
    List<Change> changes = Change.of(netting, steps.floors());
    AccountRows accounts = new AccountRows(scope);
    if (!plan.opens().isEmpty()) {
      List<Change> opened = new ArrayList<>();
      for (Change change : changes) {
        if (plan.opens().contains(change.id())) {
          opened.add(change);
        }
      }
      accounts.open(opened);
    }
    return accounts.change(changes, plan.known());
  }

  /** What the decision itself asked, without what was given back by due groups on the way. */
  private List<Change> asAsked(List<Change> refused) {
    Map<String, Long> freed = groups.freed();
    return refused.stream().map(c -> c.holding(freed.getOrDefault(c.id(), 0L))).toList();
  }

  /** What follows from the rest. Only unique keys and events can be refused: they come first. */
  private Outcome derive() throws SQLException {
    KeyRows keys = new KeyRows(scope);
    keys.plan(documents);
    keys.writeUnique();
    List<EventEnvelope> events = tellEvents();
    keys.writeShared();
    new ProjectionRows(scope).write(documents);
    if (steps.post().isPresent() || !groups.posted().isEmpty()) {
      new JournalRows(scope, session.timeOfCommit()).write(steps, groups.posted());
    }
    return new Outcome.Written(new Applied(events, expiresAt()));
  }

  private List<EventEnvelope> tellEvents() throws SQLException {
    if (decision.events().isEmpty()) {
      return List.of();
    }
    EventRows rows = new EventRows(scope);
    List<EventEnvelope> told =
        rows.add(session.context(), decision.events(), session.timeOfCommit());
    rows.write();
    return told;
  }

  private Optional<Instant> expiresAt() {
    OptionalLong end = batches.expiresAt().isPresent() ? batches.expiresAt() : groups.extendedTo();
    return end.isPresent() ? Optional.of(Instant.ofEpochMilli(end.getAsLong())) : Optional.empty();
  }
}
