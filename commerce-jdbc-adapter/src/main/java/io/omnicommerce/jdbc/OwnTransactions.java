package io.omnicommerce.jdbc;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.storage.Storage.Work;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens, commits and closes; runs a work again after a conflict. */
final class OwnTransactions implements Transactions {

  private static final int ATTEMPTS_MAX = 5;
  private static final int PAUSE_MILLIS_FIRST = 4;

  private final DataSource dataSource;
  private final Setup setup;
  private final @Nullable Lanes lanes;
  private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

  /** What is done over one connection, in as many transactions as it likes. */
  @FunctionalInterface
  interface OnLink<R> {
    R run(Link link) throws SQLException;
  }

  @FunctionalInterface
  private interface OnLease<R> {
    R run(Lease lease) throws SQLException;
  }

  /**
   * @param lanes where callers who would wait for each other share transactions, or null
   */
  OwnTransactions(DataSource dataSource, Setup setup, @Nullable Lanes lanes) {
    this.dataSource = dataSource;
    this.setup = setup;
    this.lanes = lanes;
  }

  @Override
  public OwnTransactions with(Setup other) {
    return new OwnTransactions(dataSource, other, lanes);
  }

  @Override
  public OwnTransactions coalescing(@Nullable Lanes others) {
    return new OwnTransactions(dataSource, setup, others);
  }

  @Override
  public <R> R run(CallContext context, Work<R> work) {
    return leasing(lease -> once(lease, context, work));
  }

  private <R> R once(Lease lease, CallContext context, Work<R> work) throws SQLException {
    Link link = lease.link();
    Scope scope = new Scope(link, context.tenant(), Undo.byRollback());
    JdbcSession session = new JdbcSession(context, scope, new OwnCommit(lease, link, lanes));
    try {
      return work.run(session);
    } finally {
      session.end();
    }
  }

  /** Runs something again as long as it meets conflicts, each time on a connection of its own. */
  <R> R repeating(OnLink<R> work) {
    return leasing(lease -> work.run(lease.link()));
  }

  private <R> R leasing(OnLease<R> work) {
    if (inside.get() != null) {
      throw StorageException.nested();
    }
    inside.set(true);
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return connected(work);
        } catch (StorageException failed) {
          if (attempt == ATTEMPTS_MAX || !failed.code().equals(StorageException.CONFLICT)) {
            throw failed;
          }
          pause(attempt, failed);
        }
      }
    } finally {
      inside.remove();
    }
  }

  private <R> R connected(OnLease<R> work) {
    try (Lease lease = new Lease(dataSource, setup)) {
      return work.run(lease);
    } catch (SQLException failed) {
      throw Failures.translated(failed);
    }
  }

  /** Full jitter: those who met do not meet again at the same time. */
  private static void pause(int attempt, StorageException failed) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong((long) PAUSE_MILLIS_FIRST << attempt));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failed;
    }
  }
}
