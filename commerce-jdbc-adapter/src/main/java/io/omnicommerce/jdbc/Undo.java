package io.omnicommerce.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How to take back what was written, last first, where the transaction is the host's and cannot be
 * rolled back. None of these statements can fail: the rows are locked by this very transaction.
 */
final class Undo {

  /** Takes something back. */
  @FunctionalInterface
  interface Step {
    void run() throws SQLException;
  }

  private final boolean needed;
  private final List<Step> steps = new ArrayList<>();

  private Undo(boolean needed) {
    this.needed = needed;
  }

  /** For a transaction of our own, which is rolled back instead. */
  static Undo byRollback() {
    return new Undo(false);
  }

  static Undo byStatements() {
    return new Undo(true);
  }

  boolean isNeeded() {
    return needed;
  }

  void add(Step step) {
    if (needed) {
      steps.add(step);
    }
  }

  void run() throws SQLException {
    for (int i = steps.size() - 1; i >= 0; i--) {
      steps.get(i).run();
    }
    steps.clear();
  }
}
