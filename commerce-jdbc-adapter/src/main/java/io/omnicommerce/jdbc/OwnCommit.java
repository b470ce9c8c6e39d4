package io.omnicommerce.jdbc;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.Refused;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Commits in a transaction of our own; what is refused is rolled back. */
final class OwnCommit implements Committer {

  private static final int ATTEMPTS_MAX = 8;

  private final Link link;

  OwnCommit(Link link) {
    this.link = link;
  }

  @Override
  public CommitResult commit(JdbcSession session, Decision decision) throws SQLException {
    Plan plan = Plan.of(decision);
    boolean swept = false;
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      Scope scope = new Scope(link, session.context().tenant(), Undo.byRollback());
      Outcome outcome = new Attempt(scope, session, decision, plan).write();
      if (outcome instanceof Outcome.Written written) {
        link.commit();
        return written.result();
      }
      link.rollback();
      if (outcome instanceof Outcome.Ended ended) {
        return ended.result();
      }
      List<Change> refused = ((Outcome.NotTaken) outcome).changes();
      Shortage shortage = Shortage.of(scope, refused, Map.of());
      if (!shortage.shortfalls().isEmpty()) {
        if (swept || sweep(session.context().tenant(), shortage) == 0) {
          return new Refused(shortage.shortfalls());
        }
        swept = true;
      }
      plan = plan.opening(shortage.missing());
    }
    throw StorageException.conflict("accounts of this call");
  }

  /** A buyer never loses to a dead cart: what is due on the short accounts is given back first. */
  private int sweep(TenantId tenant, Shortage shortage) throws SQLException {
    Scope scope = new Scope(link, tenant, Undo.byRollback());
    List<String> accounts =
        shortage.shortfalls().stream().map(shortfall -> shortfall.account().toString()).toList();
    int expired = 0;
    for (String group : new Expiry(scope).dueOn(accounts)) {
      link.rollback();
      if (new Expiry(scope).expire(group)) {
        link.commit();
        expired++;
      }
    }
    return expired;
  }
}
