package io.omnicommerce.jdbc;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Facts;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.util.Set;

/** What a database's error means to a caller. No SQL and no value of anybody's gets into it. */
final class Failures {

  /** Deadlock, serialization failure, lock not available: the transaction may run again. */
  private static final Set<String> CONFLICT_STATES = Set.of("40001", "40P01", "55P03");

  /** MariaDB: lock wait timeout, deadlock, record changed since the last read. */
  private static final Set<Integer> MARIADB_CONFLICTS = Set.of(1205, 1213, 1020);

  /** H2: lock timeout, concurrent update. */
  private static final Set<Integer> H2_CONFLICTS = Set.of(50200, 90131);

  private Failures() {}

  static StorageException translated(SQLException failed) {
    if (isConflict(failed)) {
      return exception(
          StorageException.CONFLICT,
          "Somebody else changed the same things at the same time. Repeat the whole call.",
          failed,
          true);
    }
    return exception(
        StorageException.UNAVAILABLE,
        "The database could not do its work: SQLState "
            + (state(failed).isEmpty() ? "unknown" : state(failed))
            + ", vendor code "
            + failed.getErrorCode()
            + ". The cause says more.",
        failed,
        !isOurs(failed));
  }

  /** What a failed commit means: a conflict is certain, all else may have happened. */
  static StorageException atCommit(SQLException failed) {
    String state = state(failed);
    if (isConflict(failed) || state.startsWith("53") || state.startsWith("23")) {
      return translated(failed);
    }
    return exception(
        StorageException.OUTCOME_UNKNOWN,
        "The commit was sent and no answer came: it may have happened. Repeat the call with the"
            + " same key to learn.",
        failed,
        true);
  }

  /** The same failure for another caller, with a stack of its own. */
  static StorageException again(StorageException failed) {
    return new StorageException(
        failed.code(),
        String.valueOf(failed.getMessage()),
        failed.facts(),
        failed.isRetryable(),
        failed);
  }

  static StorageException misconfigured(String what, Facts facts) {
    return new StorageException(StorageException.MISCONFIGURED, what, facts, false, null);
  }

  static boolean isConflict(SQLException failed) {
    for (SQLException e = failed; e != null; e = e.getNextException()) {
      if (CONFLICT_STATES.contains(state(e)) || isConflictByNumber(e)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row with this key is there already. */
  static boolean isDuplicate(SQLException failed) {
    return "23505".equals(failed.getSQLState());
  }

  private static boolean isConflictByNumber(SQLException e) {
    // Each vendor counts on its own; H2's and MariaDB's numbers do not overlap, PostgreSQL has
    // none.
    return MARIADB_CONFLICTS.contains(e.getErrorCode()) || H2_CONFLICTS.contains(e.getErrorCode());
  }

  /** Broken constraints, wrong data, wrong SQL: they come again, however often it is tried. */
  private static boolean isOurs(SQLException failed) {
    String state = state(failed);
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
  }

  private static String state(SQLException failed) {
    String state = failed.getSQLState();
    return state == null ? "" : state;
  }

  private static StorageException exception(
      ErrorCode code, String message, SQLException cause, boolean retryable) {
    Facts facts =
        Facts.of("sqlState", state(cause), "vendorCode", Integer.toString(cause.getErrorCode()));
    return new StorageException(code, message, facts, retryable, cause);
  }
}
