package io.omnicommerce.core.storage;

import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;

/** What services do with a commit's result. */
public final class Results {

  private Results() {}

  /** Commits a decision that has no ledger step, or none that can be refused. */
  public static void commit(Session session, Decision decision) {
    CommitResult result = session.commit(decision);
    if (!result.isApplied()) {
      throw new IllegalStateException(
          "A decision that cannot be refused was answered with " + result);
    }
  }
}
