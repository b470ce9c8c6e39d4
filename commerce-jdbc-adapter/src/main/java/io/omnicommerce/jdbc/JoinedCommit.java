package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.LedgerStep.PostAll;
import io.omnicommerce.ledger.LedgerStep.PostLine;
import io.omnicommerce.ledger.spi.AccountChange;
import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.Refused;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a decision into the host's transaction. Nothing is tried that may fail where it can be
 * counted instead, and what is refused is taken back by statements, so the host can go on.
 */
final class JoinedCommit implements Committer {

  private final Scope scope;

  JoinedCommit(Scope scope) {
    this.scope = scope;
  }

  @Override
  public CommitResult commit(JdbcSession session, Decision decision) throws SQLException {
    Plan plan = plan(decision);
    Outcome outcome;
    try {
      outcome = new Attempt(scope, session, decision, plan).write();
    } catch (RuntimeException refused) {
      // The host may go on with its transaction: nothing of the decision may stay in it.
      scope.undo().run();
      throw refused;
    }
    if (outcome instanceof Outcome.Written written) {
      return written.result();
    }
    scope.undo().run();
    if (outcome instanceof Outcome.Ended ended) {
      return ended.result();
    }
    List<Change> refused = ((Outcome.NotTaken) outcome).changes();
    Map<String, Long> due = new Expiry(scope).heldByDue(refused.stream().map(Change::id).toList());
    Shortage shortage = Shortage.of(scope, refused, due);
    if (shortage.shortfalls().isEmpty()) {
      throw StorageException.conflict("accounts of this call");
    }
    return new Refused(shortage.shortfalls());
  }

  /**
   * Decides by plain reads, before the first write, which accounts are to be opened and which due
   * groups are to be expired on the way: later would be against the order of locks.
   */
  private Plan plan(Decision decision) throws SQLException {
    Steps steps = Steps.of(decision.steps());
    List<Change> changes = expected(steps);
    Set<String> accounts = new TreeSet<>();
    changes.forEach(change -> accounts.add(change.id()));
    accounts.addAll(receivers(steps));
    if (accounts.isEmpty()) {
      return new Plan(steps, Set.of(), List.of(), Map.of());
    }
    Map<String, Balance> known = new AccountRows(scope).balances(accounts);
    Set<String> opens = new HashSet<>(accounts);
    opens.removeAll(known.keySet());
    changes.stream().filter(c -> isShort(c, known)).map(Change::id).forEach(opens::remove);
    return new Plan(steps, opens, due(changes, known), known);
  }

  private List<String> due(Collection<Change> changes, Map<String, Balance> known)
      throws SQLException {
    List<String> accounts =
        changes.stream().filter(c -> isShort(c, known)).map(Change::id).toList();
    return accounts.isEmpty() ? List.of() : new Expiry(scope).dueOn(accounts);
  }

  private static boolean isShort(Change change, Map<String, Balance> known) {
    AccountChange net = change.net();
    return net.isGuarded() && Shortage.takeable(change, known.get(change.id())) < net.wanted();
  }

  /** What the new batch and the floors will do; what groups give back only helps. */
  private static List<Change> expected(Steps steps) {
    Netting netting = new Netting();
    steps.post().ifPresent(post -> netting.post(post.content()));
    steps.hold().ifPresent(hold -> netting.hold(hold.content()));
    return Change.of(netting, steps.floors());
  }

  /** The accounts to which lines of groups will be posted. */
  private Set<String> receivers(Steps steps) throws SQLException {
    List<String> posting = new ArrayList<>();
    for (LedgerStep step : steps.onGroups()) {
      if (step instanceof PostAll || step instanceof PostLine) {
        posting.add(step.batch().orElseThrow().value());
      }
    }
    Set<String> receivers = new HashSet<>();
    for (List<HoldLine> lines : GroupRows.lines(scope, posting).values()) {
      lines.stream()
          .filter(line -> !line.to().isContra())
          .forEach(line -> receivers.add(line.to().toString()));
    }
    return receivers;
  }
}
