package io.omnicommerce.jdbc;

import io.omnicommerce.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What is known of the database since it was checked, and which clock rules. */
final class Setup {

  private final @Nullable InstantSource clock;
  private final AtomicReference<@Nullable Checked> checked;

  /** What the check has found. */
  record Checked(Engine engine, boolean readCommitted) {}

  Setup(@Nullable InstantSource clock) {
    this(clock, new AtomicReference<>());
  }

  private Setup(@Nullable InstantSource clock, AtomicReference<@Nullable Checked> checked) {
    this.clock = clock;
    this.checked = checked;
  }

  Setup withClock(InstantSource source) {
    return new Setup(source, checked);
  }

  /**
   * Checks a database with a connection of ours.
   *
   * @throws StorageException {@code storage.misconfigured} or {@code storage.unavailable}
   */
  void check(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        checked(connection);
        SelfCheck.counts(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException failed) {
      throw Failures.translated(failed);
    }
  }

  /** A link over a connection; the first one is looked at more closely. */
  Link link(Connection connection) throws SQLException {
    return link(() -> connection, checked(connection).engine());
  }

  /** A link over a connection that is not there yet, to a database that was looked at. */
  Link link(Link.Source source, Engine engine) {
    return new Link(
        source, engine, clock == null ? engine.defaultClock() : StorageClock.injected(clock));
  }

  /** What is known without asking, or null. */
  @Nullable Checked known() {
    return checked.get();
  }

  /** What is known, or else is found over this connection, whose transaction it may begin. */
  Checked checked(Connection connection) throws SQLException {
    Checked known = checked.get();
    if (known == null) {
      known = SelfCheck.of(connection);
      checked.set(known);
    }
    return known;
  }
}
