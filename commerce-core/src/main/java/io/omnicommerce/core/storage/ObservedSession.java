package io.omnicommerce.core.storage;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.Ledger;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A session that tells what becomes of its decision.
 *
 * @param documents what its work reads
 */
record ObservedSession(Session session, Documents documents, Consumer<CommitResult> committed)
    implements Session {

  @Override
  public CallContext context() {
    return session.context();
  }

  @Override
  public Instant now() {
    return session.now();
  }

  @Override
  public Ledger ledger() {
    return session.ledger();
  }

  @Override
  public CommitResult commit(Decision decision) {
    CommitResult result = session.commit(decision);
    committed.accept(result);
    return result;
  }
}
