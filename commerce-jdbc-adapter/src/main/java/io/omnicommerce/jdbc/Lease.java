package io.omnicommerce.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the pool's: taken when something is first asked, set up for transactions, and
 * given back as it came. Whoever waits for others gives it back before, and may take another.
 */
final class Lease implements AutoCloseable {

  private final DataSource dataSource;
  private final Setup setup;
  private @Nullable Link link;
  private @Nullable Connection connection;
  private boolean autoCommit;
  private int isolation;

  Lease(DataSource dataSource, Setup setup) {
    this.dataSource = dataSource;
    this.setup = setup;
  }

  /** The link over the connection of the moment. */
  Link link() throws SQLException {
    Link made = link;
    if (made == null) {
      Setup.Checked known = setup.known();
      Engine engine = (known == null ? setup.checked(connection()) : known).engine();
      made = setup.link(this::connection, engine);
      link = made;
    }
    return made;
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    return open == null ? opened() : open;
  }

  private Connection opened() throws SQLException {
    Connection opened = dataSource.getConnection();
    connection = opened;
    autoCommit = opened.getAutoCommit();
    isolation = Connection.TRANSACTION_READ_COMMITTED;
    if (autoCommit) {
      opened.setAutoCommit(false);
    }
    if (setup.known() == null) {
      setup.checked(opened);
      opened.rollback();
    }
    if (!setup.checked(opened).readCommitted()) {
      // Known since the check: asking and setting costs a round trip each.
      isolation = opened.getTransactionIsolation();
      opened.rollback();
      opened.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
    return opened;
  }

  /** What fails here comes after the outcome is known, so it cannot change it. */
  @Override
  public void close() {
    try (Connection closing = connection) {
      if (closing != null) {
        reset(closing);
      }
    } catch (SQLException lost) {
      // The pool tests what it hands out next; the database rolls back what is lost.
      return;
    } finally {
      connection = null;
    }
  }

  private void reset(Connection closing) throws SQLException {
    if (link != null) {
      link.rollback();
    }
    if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
      closing.setTransactionIsolation(isolation);
    }
    if (autoCommit) {
      closing.setAutoCommit(true);
    }
  }
}
