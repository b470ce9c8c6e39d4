package io.omnicommerce.jdbc;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * A host that opens a transaction, lets the library work in it, and then commits: always, also
 * after a refusal, a conflict or a taken key. What the library did not take back would stay, and
 * the contract kit would see it.
 */
final class HostStorage implements Storage {

  private static final int ATTEMPTS_MAX = 5;

  private final DataSource dataSource;
  private final JdbcStorage joining;
  private final ThreadLocal<Connection> current = new ThreadLocal<>();

  HostStorage(DataSource dataSource, InstantSource clock) {
    this.dataSource = dataSource;
    this.joining =
        JdbcStorage.joining(current::get).clock(clock).maintenanceOver(dataSource).clock(clock);
  }

  @Override
  public <R> R inTransaction(CallContext context, Work<R> work) {
    if (current.get() != null) {
      return joining.inTransaction(context, work);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return joined(context, work);
      } catch (StorageException failed) {
        if (!failed.code().equals(StorageException.CONFLICT) || attempt == ATTEMPTS_MAX) {
          throw failed;
        }
      }
    }
  }

  private <R> R joined(CallContext context, Work<R> work) {
    try (Connection connection = dataSource.getConnection()) {
      current.set(connection);
      try {
        return joining.inTransaction(context, work);
      } finally {
        current.remove();
        connection.commit();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public boolean joinsHostTransaction() {
    return joining.joinsHostTransaction();
  }

  @Override
  public Maintenance maintenance() {
    return joining.maintenance();
  }
}
