package io.omnicommerce.jdbc;

import io.omnicommerce.storage.CommitResult.Applied;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.EventEnvelope;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One attempt to write the decisions of several callers, in the canonical order of one. */
final class ConvoyAttempt {

  private final Scope scope;
  private final List<Ride> rides;
  private final Set<String> opens;
  private final List<Ride> claimed = new ArrayList<>();
  private final List<Ride> known = new ArrayList<>();
  private final Map<Ride, Turn> applied = new LinkedHashMap<>();
  private Map<String, Claim> claims = Map.of();
  private @Nullable Instant now;

  /**
   * @param rides in the order in which they came
   * @param opens accounts to be opened if they are not there, beside those that they name
   *     themselves
   */
  ConvoyAttempt(Scope scope, List<Ride> rides, Set<String> opens) {
    this.scope = scope;
    this.rides = rides;
    this.opens = opens;
  }

  /** Whether all is written that was not known; else an account has too little, or is not there. */
  boolean write() throws SQLException {
    claim();
    List<DocumentWrite<?>> documents = documents();
    if (!documents.isEmpty()) {
      new DocumentRows(scope).write(documents);
    }
    // Rows of documents that are ours by now: nobody waits for them, but all for the accounts.
    KeyRows keys = new KeyRows(scope);
    keys.plan(documents);
    keys.writeShared();
    new ProjectionRows(scope).write(documents);
    EventRows events = events();
    if (!areAccountsChanged()) {
      return false;
    }
    keys.writeUnique();
    events.write();
    return true;
  }

  /** Those whose id was there before. */
  List<Ride> known() {
    return known;
  }

  Map<Ride, Turn> applied() {
    return applied;
  }

  boolean isAnythingWritten() {
    return !claimed.isEmpty();
  }

  /** In the order of the ids, as all claims are: two transactions may want the same ones. */
  private void claim() throws SQLException {
    List<HoldRows> groups =
        rides.stream().map(Ride::hold).sorted(Comparator.comparing(HoldRows::id)).toList();
    claims = scope.link().engine().hold(scope.link(), scope.tenant(), groups);
    for (Ride ride : rides) {
      (claims.containsKey(ride.id()) ? claimed : known).add(ride);
    }
  }

  private List<DocumentWrite<?>> documents() {
    List<DocumentWrite<?>> documents = new ArrayList<>();
    claimed.forEach(ride -> documents.addAll(ride.documents()));
    return Attempt.sorted(documents);
  }

  private boolean areAccountsChanged() throws SQLException {
    List<Change> changes = Change.together(claimed.stream().map(Ride::changes).toList());
    AccountRows accounts = new AccountRows(scope);
    Set<String> first = new HashSet<>(opens);
    for (Ride ride : claimed) {
      ride.hold().batch().openings().forEach(opening -> first.add(opening.account().toString()));
    }
    if (!first.isEmpty()) {
      accounts.open(changes.stream().filter(change -> first.contains(change.id())).toList());
    }
    return accounts.change(changes, Map.of()).isEmpty();
  }

  /** What will be told: the clock is asked before the accounts are locked. */
  private EventRows events() throws SQLException {
    EventRows events = new EventRows(scope);
    for (Ride ride : claimed) {
      applied.put(ride, new Turn.Answered(new Applied(told(ride, events), end(ride))));
    }
    return events;
  }

  private List<EventEnvelope> told(Ride ride, EventRows events) throws SQLException {
    return ride.decision().events().isEmpty()
        ? List.of()
        : events.add(ride.context(), ride.decision().events(), timeOf(ride));
  }

  private Instant timeOf(Ride ride) throws SQLException {
    if (ride.timeAsked() != null) {
      return ride.timeAsked();
    }
    Instant read = now;
    if (read == null) {
      read = Instant.ofEpochMilli(scope.link().now());
      now = read;
    }
    return read;
  }

  private Optional<Instant> end(Ride ride) {
    Claim claim = claims.get(ride.id());
    OptionalLong end = claim == null ? OptionalLong.empty() : claim.expiresAt();
    return end.isPresent() ? Optional.of(Instant.ofEpochMilli(end.getAsLong())) : Optional.empty();
  }
}
