package io.omnicommerce.core.storage;

import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;

/** What services do with a commit's result. */
public final class Results {

  private Results() {}

  /**
   * Commits a decision that no bound can refuse. If a batch or group is no longer as it was when
   * the decision was made, somebody was quicker: the work runs again and sees what they did.
   *
   * @throws StorageException {@code storage.conflict}
   */
  public static void commit(Session session, Decision decision) {
    CommitResult result = session.commit(decision);
    checkCurrent(result);
    if (!result.isApplied()) {
      throw new IllegalStateException(
          "A decision that cannot be refused was answered with " + result);
    }
  }

  /**
   * Commits a decision about goods that were there when it was made: if somebody was quicker to
   * take them, the work runs again and sees what is left.
   *
   * @throws StorageException {@code storage.conflict}
   */
  public static void commitWhileThere(Session session, Decision decision) {
    CommitResult result = session.commit(decision);
    checkCurrent(result);
    if (!result.isApplied()) {
      throw StorageException.conflict("stock of the decision");
    }
  }

  /**
   * Lets pass what was applied or refused by a bound.
   *
   * @throws StorageException {@code storage.conflict} if a batch or group of the decision has moved
   */
  public static void checkCurrent(CommitResult result) {
    if (!result.isApplied() && !(result instanceof CommitResult.Refused)) {
      throw StorageException.conflict("batch or group of the decision");
    }
  }
}
