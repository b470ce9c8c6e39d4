package io.omnicommerce.jdbc;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.Ledger;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One transaction's session. */
final class JdbcSession implements Session {

  private final CallContext context;
  private final Scope scope;
  private final Committer committer;
  private @Nullable Instant now;
  private boolean ended;

  JdbcSession(CallContext context, Scope scope, Committer committer) {
    this.context = context;
    this.scope = scope;
    this.committer = committer;
  }

  /** Reads something; whatever the database answers instead becomes ours to tell. */
  @FunctionalInterface
  interface Query<R> {
    R run(Scope scope) throws SQLException;
  }

  @Override
  public CallContext context() {
    return context;
  }

  @Override
  public Instant now() {
    Instant read = now;
    if (read == null) {
      read = Instant.ofEpochMilli(query(any -> any.link().now()));
      now = read;
    }
    return read;
  }

  /** What {@link #now} has answered, or null if it was not asked. */
  @Nullable Instant timeAsked() {
    return now;
  }

  /** {@link #now}, also while the commit runs. */
  Instant timeOfCommit() throws SQLException {
    Instant read = now;
    if (read == null) {
      read = Instant.ofEpochMilli(scope.link().now());
      now = read;
    }
    return read;
  }

  @Override
  public Documents documents() {
    return new JdbcDocuments(this);
  }

  @Override
  public Ledger ledger() {
    return new JdbcLedger(this);
  }

  @Override
  public CommitResult commit(Decision decision) {
    Objects.requireNonNull(decision, "decision");
    checkOpen();
    ended = true;
    try {
      return committer.commit(this, decision);
    } catch (SQLException failed) {
      throw Failures.translated(failed);
    }
  }

  <R> R query(Query<R> query) {
    checkOpen();
    try {
      return query.run(scope);
    } catch (SQLException failed) {
      throw Failures.translated(failed);
    }
  }

  void end() {
    ended = true;
  }

  private void checkOpen() {
    if (ended) {
      throw StorageException.sessionEnded();
    }
  }
}
