package io.omnicommerce.jdbc;

import io.omnicommerce.storage.Projection.ColumnType;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differs between databases, and nothing else. */
interface Engine {

  static Engine of(Dialect dialect) {
    return switch (dialect) {
      case H2 -> new H2Engine();
      case POSTGRESQL -> new PostgresEngine();
      case MARIADB -> new MariaDbEngine();
    };
  }

  Dialect dialect();

  /** The clock that rules unless the host names one. */
  StorageClock defaultClock();

  /** The time in milliseconds, as an expression that moves on inside a transaction. */
  String databaseNow();

  /** A parameter that is a number, where the text alone would not say so. */
  String boundNumber();

  /** How many values one list holds at most. */
  int listMax();

  /** The condition that a column is one of so many values. */
  String isOneOf(String column, int count);

  /**
   * Completes a text that asks for rows by a list of values: {@code %s} becomes the condition on
   * the column, {@code %w}, behind the tables, what the condition needs there. The list is bound
   * last.
   */
  default String listing(String text, String column, int count) {
    return text.replace("%w", "").replace("%s", isOneOf(column, count));
  }

  /** Binds the values of {@link #listing} and {@link #isOneOf}. */
  void bindList(Params params, Collection<String> values) throws SQLException;

  /**
   * Inserts rows in their order, but for those whose key is there.
   *
   * @return whether all were inserted
   */
  boolean insertNew(Link link, Table table, String tenant, List<Object[]> rows) throws SQLException;

  /** Claims the id of a group and writes its lines; empty if the id is known. */
  Optional<Claim> hold(Link link, String tenant, HoldRows rows) throws SQLException;

  /**
   * As {@link #hold} for several groups, whose ids are different and in order; the claims by id of
   * those that were not known.
   */
  default Map<String, Claim> hold(Link link, String tenant, List<HoldRows> groups)
      throws SQLException {
    Map<String, Claim> claims = new LinkedHashMap<>();
    for (HoldRows group : groups) {
      hold(link, tenant, group).ifPresent(claim -> claims.put(group.id(), claim));
    }
    return claims;
  }

  /**
   * Asks for groups that are due and hold something of accounts: binds the tenant, the time, the
   * tenant again and the accounts, whose condition {@code %s} is on {@code h.from_account}.
   */
  default String dueOn(String now) {
    return "SELECT d.id FROM ledger_batch d WHERE d.tenant_id = ? AND d.state = 'HELD'"
        + " AND d.expires_at <= "
        + now
        + " AND EXISTS (SELECT 1 FROM ledger_hold h WHERE h.tenant_id = ? AND h.batch_id = d.id"
        + " AND h.open_amount > 0 AND %s) ORDER BY d.expires_at, d.id LIMIT 100";
  }

  /** As {@link #dueOn}, asking how much of each account they hold. */
  default String heldByDue(String now) {
    return "SELECT h.from_account, SUM(h.open_amount) FROM ledger_batch d JOIN ledger_hold h"
        + " ON h.tenant_id = d.tenant_id AND h.batch_id = d.id%w"
        + " WHERE d.tenant_id = ? AND d.state = 'HELD' AND d.expires_at <= "
        + now
        + " AND h.tenant_id = ? AND h.open_amount >= 1 AND %s GROUP BY h.from_account";
  }

  /**
   * Asks how much of each account confirmed groups hold: binds the tenant and the accounts, whose
   * condition is that of {@link #dueOn}.
   */
  default String confirmed() {
    return "SELECT h.from_account, SUM(h.open_amount) FROM ledger_hold h JOIN ledger_batch b"
        + " ON b.tenant_id = h.tenant_id AND b.id = h.batch_id AND b.state = 'CONFIRMED'%w"
        + " WHERE h.tenant_id = ? AND h.open_amount >= 1 AND %s GROUP BY h.from_account";
  }

  /** The columns of tables as this connection finds them, in lower case. */
  List<SelfCheck.Column> columns(Link link, Collection<String> tables) throws SQLException;

  /** Whether a column of a projection can be of this type. */
  boolean canHold(ColumnType declared, String sqlType);

  /** The one collation in which texts are equal only if they are the same. */
  String binaryCollation();

  /** What else is set up in a way in which promises cannot be kept. */
  Optional<String> fault(Link link) throws SQLException;

  /** What to add to a question so that it sees what is committed, not an older snapshot. */
  default String current() {
    return "";
  }

  /** The type by which a projection's instants are bound. */
  Object instant(java.time.Instant value);

  /** An instant as {@link #instant} wrote it. */
  java.time.Instant instant(java.sql.ResultSet row, int column) throws SQLException;
}
