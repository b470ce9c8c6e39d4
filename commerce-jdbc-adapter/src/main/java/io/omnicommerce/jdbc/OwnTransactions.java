package io.omnicommerce.jdbc;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.storage.Storage.Work;
import io.omnicommerce.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** Opens, commits and closes; runs a work again after a conflict. */
final class OwnTransactions implements Transactions {

  private static final int ATTEMPTS_MAX = 5;
  private static final int PAUSE_MILLIS_FIRST = 4;

  private final DataSource dataSource;
  private final Setup setup;
  private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

  /** What is done over one connection, in as many transactions as it likes. */
  @FunctionalInterface
  interface OnLink<R> {
    R run(Link link) throws SQLException;
  }

  OwnTransactions(DataSource dataSource, Setup setup) {
    this.dataSource = dataSource;
    this.setup = setup;
  }

  @Override
  public OwnTransactions with(Setup other) {
    return new OwnTransactions(dataSource, other);
  }

  @Override
  public <R> R run(CallContext context, Work<R> work) {
    return repeating(link -> once(link, context, work));
  }

  private static <R> R once(Link link, CallContext context, Work<R> work) {
    Scope scope = new Scope(link, context.tenant(), Undo.byRollback());
    JdbcSession session = new JdbcSession(context, scope, new OwnCommit(link));
    try {
      return work.run(session);
    } finally {
      session.end();
    }
  }

  /** Runs something again as long as it meets conflicts, each time on a connection of its own. */
  <R> R repeating(OnLink<R> work) {
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

  private <R> R connected(OnLink<R> work) {
    try (Lease lease = Lease.of(dataSource, setup)) {
      return work.run(lease.link());
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

  /** A connection of the pool's, set up for a transaction and given back as it came. */
  private record Lease(Connection connection, Link link, boolean autoCommit, int isolation)
      implements AutoCloseable {

    static Lease of(DataSource dataSource, Setup setup) throws SQLException {
      Connection connection = dataSource.getConnection();
      try {
        boolean autoCommit = connection.getAutoCommit();
        if (autoCommit) {
          connection.setAutoCommit(false);
        }
        if (!setup.isChecked()) {
          setup.checked(connection);
          connection.rollback();
        }
        int isolation = Connection.TRANSACTION_READ_COMMITTED;
        if (!setup.checked(connection).readCommitted()) {
          // Known since the check: asking and setting costs a round trip each.
          isolation = connection.getTransactionIsolation();
          connection.rollback();
          connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        return new Lease(connection, setup.link(connection), autoCommit, isolation);
      } catch (SQLException | RuntimeException | Error failed) {
        closed(connection, failed);
        throw failed;
      }
    }

    /** What fails here comes after the outcome is known, so it cannot change it. */
    @Override
    public void close() {
      try (Connection closing = connection) {
        if (link.isUsed()) {
          link.rollback();
        }
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
          closing.setTransactionIsolation(isolation);
        }
        if (autoCommit) {
          closing.setAutoCommit(true);
        }
      } catch (SQLException lost) {
        // The pool tests what it hands out next; the database rolls back what is lost.
        return;
      }
    }

    private static void closed(Connection connection, Throwable failed) {
      try {
        connection.close();
      } catch (SQLException lost) {
        failed.addSuppressed(lost);
      }
    }
  }
}
