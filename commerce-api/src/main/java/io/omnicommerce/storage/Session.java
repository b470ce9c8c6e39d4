package io.omnicommerce.storage;

import io.omnicommerce.common.CallContext;
import java.time.Instant;

/**
 * One transaction, bound to one tenant: reads, then at most one commit. Not thread-safe; ends with
 * the work that it was handed to.
 */
public interface Session {

  /** The call this session serves; its tenant is bound in every statement. */
  CallContext context();

  /** The time of this transaction: one reading of the clock, however often it is asked. */
  Instant now();

  /** Reads documents. */
  Documents documents();

  /** Reads accounts, holds and the journal. */
  Ledger ledger();

  /**
   * Writes a decision: new batch and its lines, documents in the order of type and id, hold groups
   * in the order of their ids, accounts in the order of theirs, then lookup keys, projections,
   * journal and events. All or nothing. May be called once; nothing can be read afterwards.
   *
   * <p>If the answer is not {@link CommitResult.Applied}, nothing was written. In a transaction of
   * the storage's own, the decision is durable when this returns; in the host's, it is as durable
   * as the host makes it, and a refusal leaves the host's transaction usable and unchanged.
   *
   * <p>A refusal for want of stock or the like is not given before due holds on the short accounts
   * were expired and the decision tried once more: a buyer never loses to a dead cart.
   */
  CommitResult commit(Decision decision);
}
