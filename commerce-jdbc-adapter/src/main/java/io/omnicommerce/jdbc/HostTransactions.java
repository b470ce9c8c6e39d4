package io.omnicommerce.jdbc;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.storage.Storage.Work;
import io.omnicommerce.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works inside the transaction that the host has open, and leaves its end to the host. */
final class HostTransactions implements Transactions {

  private final Supplier<Connection> connections;
  private final Setup setup;
  private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

  HostTransactions(Supplier<Connection> connections, Setup setup) {
    this.connections = connections;
    this.setup = setup;
  }

  @Override
  public HostTransactions with(Setup other) {
    return new HostTransactions(connections, other);
  }

  /** Never: what is taken here stays locked for as long as the host pleases. */
  @Override
  public HostTransactions coalescing(@Nullable Lanes lanes) {
    return this;
  }

  @Override
  public <R> R run(CallContext context, Work<R> work) {
    if (inside.get() != null) {
      throw StorageException.nested();
    }
    inside.set(true);
    try {
      return joined(context, work);
    } catch (SQLException failed) {
      throw Failures.translated(failed);
    } finally {
      inside.remove();
    }
  }

  private @Nullable Connection connection() {
    try {
      return connections.get();
    } catch (RuntimeException thrown) {
      throw new StorageException(
          StorageException.UNAVAILABLE,
          "The supplier of the host's connection threw.",
          Facts.none(),
          true,
          thrown);
    }
  }

  private <R> R joined(CallContext context, Work<R> work) throws SQLException {
    Connection connection = connection();
    if (connection == null) {
      throw Failures.misconfigured(
          "The supplier gave no connection: it must give that of the host's open transaction.",
          Facts.none());
    }
    if (connection.getAutoCommit()) {
      throw Failures.misconfigured(
          "The host's connection has no open transaction: it commits by itself.", Facts.none());
    }
    Scope scope = new Scope(setup.link(connection), context.tenant(), Undo.byStatements());
    JdbcSession session = new JdbcSession(context, scope, new JoinedCommit(scope));
    try {
      return work.run(session);
    } finally {
      session.end();
    }
  }
}
