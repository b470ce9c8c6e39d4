package io.omnicommerce.jdbc;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.ContentDiffers;
import io.omnicommerce.storage.CommitResult.Refused;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Commits the decisions of several callers in one transaction, as if one had come after the other.
 * What cannot be told for all is halved until it can, so that whoever is at fault is found; whoever
 * remains goes alone and is answered as if there were no convoy.
 */
final class Convoy {

  private static final int ATTEMPTS_MAX = 4;
  private static final String CONTENTS =
      "SELECT id, content FROM ledger_batch%w WHERE tenant_id = ? AND %s";

  private final Link link;
  private final TenantId tenant;
  private final Lane lane;

  Convoy(Link link, TenantId tenant, Lane lane) {
    this.link = link;
    this.tenant = tenant;
    this.lane = lane;
  }

  /** Gives each its turn. */
  void drive(List<Ride> rides) {
    try {
      travel(rides).forEach(Ride::give);
    } catch (StorageException failed) {
      if (failed.code().equals(StorageException.OUTCOME_UNKNOWN)) {
        rides.forEach(ride -> ride.give(new Turn.Unknown(Failures.again(failed))));
      } else {
        failed(rides, !failed.code().equals(StorageException.UNAVAILABLE));
      }
    } catch (SQLException failed) {
      failed(rides, Failures.isConflict(failed));
    } catch (RuntimeException failed) {
      // Whose decision throws is told when each travels alone, and told to its caller only.
      failed(rides, true);
    }
  }

  /** Nothing is written: those who can be at fault are halved, a failing database is left alone. */
  private void failed(List<Ride> rides, boolean halve) {
    if (!isBack() || !halve || rides.size() == 1) {
      rides.forEach(ride -> ride.give(new Turn.Alone()));
      return;
    }
    int half = rides.size() / 2;
    for (List<Ride> part : List.of(rides.subList(0, half), rides.subList(half, rides.size()))) {
      if (part.size() == 1) {
        part.get(0).give(new Turn.Alone());
      } else {
        drive(part);
      }
    }
  }

  private boolean isBack() {
    try {
      link.rollback();
      return true;
    } catch (SQLException lost) {
      // What is lost with its connection was not committed: each asks again by itself.
      return false;
    }
  }

  private Map<Ride, Turn> travel(List<Ride> rides) throws SQLException {
    boolean looks = lane.isScarce();
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      Map<Ride, Turn> turns = new LinkedHashMap<>();
      List<Ride> aboard = rides;
      Set<String> opens = new TreeSet<>();
      if (looks) {
        Admission admission = admission(rides, turns);
        aboard = admission.admitted();
        opens.addAll(admission.opened());
      }
      if (aboard.isEmpty() || isWritten(aboard, opens, turns)) {
        return turns;
      }
      looks = true;
    }
    throw StorageException.conflict("accounts of these calls");
  }

  private boolean isWritten(List<Ride> aboard, Set<String> opens, Map<Ride, Turn> turns)
      throws SQLException {
    ConvoyAttempt attempt = new ConvoyAttempt(scope(), aboard, opens);
    if (!attempt.write()) {
      link.rollback();
      return false;
    }
    Map<String, String> contents = contents(attempt.known());
    if (attempt.isAnythingWritten()) {
      link.commit();
    }
    attempt.known().forEach(ride -> turns.put(ride, known(ride, contents)));
    turns.putAll(attempt.applied());
    return true;
  }

  /**
   * Asks what is left, and answers all who get nothing of it. What is left is read before the ids
   * are: who repeats what was written in between must find it, and not that nothing is left.
   */
  private Admission admission(List<Ride> rides, Map<Ride, Turn> turns) throws SQLException {
    Admission admission = look(rides, turns);
    if (!admission.refused().isEmpty() && sweep(admission.scarce()) > 0) {
      admission = look(rides, turns);
    }
    lane.scarce(!admission.refused().isEmpty());
    admission
        .refused()
        .forEach((ride, shortfalls) -> turns.put(ride, new Turn.Answered(new Refused(shortfalls))));
    admission.strangers().forEach(ride -> turns.put(ride, new Turn.Alone()));
    return admission;
  }

  private Admission look(List<Ride> rides, Map<Ride, Turn> turns) throws SQLException {
    Map<String, Balance> balances = new AccountRows(scope()).balances(accounts(rides));
    Map<String, String> contents = contents(rides);
    List<Ride> unknown = new ArrayList<>(rides.size());
    for (Ride ride : rides) {
      if (contents.containsKey(ride.id())) {
        turns.put(ride, known(ride, contents));
      } else {
        unknown.add(ride);
      }
    }
    return Admission.of(unknown, balances);
  }

  /** A buyer never loses to a dead cart: what is due on the short accounts is given back first. */
  private int sweep(List<String> accounts) throws SQLException {
    List<String> due = new Expiry(scope()).dueOn(accounts);
    if (due.isEmpty()) {
      return 0;
    }
    link.rollback();
    int expired = new Expiry(scope()).expire(due);
    link.commit();
    return expired;
  }

  private static Set<String> accounts(List<Ride> rides) {
    Set<String> accounts = new TreeSet<>();
    for (Ride ride : rides) {
      ride.changes().forEach(change -> accounts.add(change.id()));
    }
    return accounts;
  }

  private Map<String, String> contents(List<Ride> rides) throws SQLException {
    Map<String, String> contents = new HashMap<>();
    if (!rides.isEmpty()) {
      scope()
          .listOf(
              CONTENTS,
              "id",
              p -> p.text(tenant.value()),
              rides.stream().map(Ride::id).toList(),
              row -> contents.put(row.getString(1), row.getString(2)));
    }
    return contents;
  }

  /** What somebody is told whose id is there, or was there until it was taken back. */
  private static Turn known(Ride ride, Map<String, String> contents) {
    String content = contents.get(ride.id());
    if (content == null) {
      return new Turn.Alone();
    }
    return new Turn.Answered(
        content.equals(ride.hold().content())
            ? new AlreadyApplied(ride.hold().batch().id())
            : new ContentDiffers(ride.hold().batch().id()));
  }

  private Scope scope() {
    return new Scope(link, tenant, Undo.byRollback());
  }
}
