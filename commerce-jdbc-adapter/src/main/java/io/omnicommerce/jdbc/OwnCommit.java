package io.omnicommerce.jdbc;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.Refused;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commits in a transaction of our own; what is refused is rolled back. */
final class OwnCommit implements Committer {

  private static final int ATTEMPTS_MAX = 8;

  private final Lease lease;
  private final Link link;
  private final @Nullable Lanes lanes;

  /** What the caller of a session does in a lane. */
  private record Caller(OwnCommit commit, JdbcSession session, Decision decision)
      implements Lane.Driver {

    @Override
    public CommitResult alone() throws SQLException {
      return commit.alone(session, decision);
    }

    @Override
    public void idle() {
      commit.lease.close();
    }

    @Override
    public void drive(Lane lane, List<Ride> aboard) {
      new Convoy(commit.link, session.context().tenant(), lane).drive(aboard);
    }
  }

  OwnCommit(Lease lease, Link link, @Nullable Lanes lanes) {
    this.lease = lease;
    this.link = link;
    this.lanes = lanes;
  }

  @Override
  public CommitResult commit(JdbcSession session, Decision decision) throws SQLException {
    Optional<Ride> ride = lanes == null ? Optional.empty() : Ride.of(session, decision);
    return lanes == null || ride.isEmpty()
        ? alone(session, decision)
        : lanes.commit(ride.get(), new Caller(this, session, decision));
  }

  private CommitResult alone(JdbcSession session, Decision decision) throws SQLException {
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
    List<String> due = new Expiry(scope).dueOn(accounts);
    if (due.isEmpty()) {
      return 0;
    }
    link.rollback();
    int expired = new Expiry(scope).expire(due);
    link.commit();
    return expired;
  }
}
