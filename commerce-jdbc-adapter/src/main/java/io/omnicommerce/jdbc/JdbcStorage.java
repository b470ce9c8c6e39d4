package io.omnicommerce.jdbc;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A storage in the host's own database, whose tables {@link JdbcSchema} makes. Thread-safe.
 *
 * <p>{@link #over} opens, commits and closes transactions of its own and runs a work again after a
 * conflict. {@link #joining} works inside the host's transaction: what is committed here and what
 * the host has written beside it live or die together, and only the host ends it.
 *
 * <p>The clock that ends holds is the database's on PostgreSQL and MariaDB and the system's on H2,
 * unless {@link #clock} names another.
 */
public final class JdbcStorage implements Storage {

  private final Transactions transactions;
  private final Setup setup;
  private final @Nullable DataSource maintenance;

  private JdbcStorage(Transactions transactions, Setup setup, @Nullable DataSource maintenance) {
    this.transactions = transactions;
    this.setup = setup;
    this.maintenance = maintenance;
  }

  /**
   * A storage with transactions of its own, which are READ COMMITTED. A pool that hands out
   * connections without auto-commit and with this isolation saves round trips.
   *
   * @throws StorageException {@code storage.misconfigured} if tables are missing or something is
   *     set up so that the library could not keep its promises; {@code storage.unavailable}
   */
  public static JdbcStorage over(DataSource dataSource) {
    Setup setup = new Setup(null);
    setup.check(dataSource);
    return new JdbcStorage(
        new OwnTransactions(dataSource, setup, Lanes.whereCallersWait()), setup, dataSource);
  }

  /**
   * A storage inside the host's transactions: the supplier gives the connection of the present one,
   * without auto-commit. It is never committed, rolled back or closed here. After a refusal the
   * transaction is usable, and unchanged but for locks. A conflict is reported as retryable: the
   * host rolls back and repeats its whole transaction.
   *
   * <p>READ COMMITTED is the isolation to use. Above it, PostgreSQL may fail any change with a
   * conflict.
   *
   * <p>The set-up is checked at the first call.
   */
  public static JdbcStorage joining(Supplier<Connection> connections) {
    Setup setup = new Setup(null);
    return new JdbcStorage(new HostTransactions(connections, setup), setup, null);
  }

  /** This storage with a clock that decides everything: the time of calls and the end of holds. */
  public JdbcStorage clock(InstantSource source) {
    Setup with = setup.withClock(Objects.requireNonNull(source, "source"));
    return new JdbcStorage(transactions.with(with), with, maintenance);
  }

  /**
   * This storage with decisions that wait for the same account committed together, or each by
   * itself. On by default. It changes no answer, only how long callers wait for it.
   *
   * <p>When several callers of this storage hold something of one account at the same moment (the
   * last sizes of a sale, a coupon that everybody has), one of them commits what all of them have
   * decided, documents and events included, in one transaction. Each is answered for itself: who
   * does not fit, repeats, or meets a conflict costs the others nothing. A commit without an answer
   * is {@code storage.outcome_unknown} for all of them, and each learns by repeating. Accounts that
   * nobody waits for are committed as if this were off. No thread is started, and who waits here
   * holds no connection.
   *
   * <p>In the host's transactions nothing is ever committed together.
   */
  public JdbcStorage coalescing(boolean on) {
    return with(on ? Lanes.whereCallersWait() : null);
  }

  /** This storage with its callers meeting in these lanes. */
  JdbcStorage with(@Nullable Lanes lanes) {
    return new JdbcStorage(transactions.coalescing(lanes), setup, maintenance);
  }

  /** This storage with connections for its {@link #maintenance}, which has its own transactions. */
  public JdbcStorage maintenanceOver(DataSource dataSource) {
    return new JdbcStorage(transactions, setup, Objects.requireNonNull(dataSource, "dataSource"));
  }

  @Override
  public <R> R inTransaction(CallContext context, Work<R> work) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(work, "work");
    return transactions.run(context, work);
  }

  @Override
  public boolean joinsHostTransaction() {
    return transactions instanceof HostTransactions;
  }

  /**
   * {@inheritDoc}
   *
   * @throws StorageException {@code storage.misconfigured} if the storage joins the host's
   *     transactions and was given no {@link #maintenanceOver} of its own
   */
  @Override
  public Maintenance maintenance() {
    if (maintenance == null) {
      throw Failures.misconfigured(
          "Maintenance has transactions of its own: give this storage a data source by"
              + " maintenanceOver.",
          Facts.none());
    }
    return new JdbcMaintenance(new OwnTransactions(maintenance, setup, null));
  }
}
