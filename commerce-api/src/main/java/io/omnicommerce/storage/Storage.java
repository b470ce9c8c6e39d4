package io.omnicommerce.storage;

import io.omnicommerce.common.CallContext;

/** Where a host keeps its commerce: in memory, or in its own database. Thread-safe. */
public interface Storage {

  /**
   * Runs work in one transaction, bound to the tenant of the context.
   *
   * <p>A storage with transactions of its own opens one, hands out a session, and closes it when
   * the work returns or throws; what the work did not commit has no effect. If the commit meets a
   * conflict, the work runs again from its start, a bounded number of times, so it must be free of
   * effects of its own. A storage that joins the host's transaction runs the work once and reports
   * a conflict as retryable: the host repeats its transaction.
   *
   * @throws StorageException {@code storage.conflict} (retryable) when conflicts do not end, {@code
   *     storage.unavailable} when the store cannot be reached, {@code storage.nested} when called
   *     inside a transaction of this storage on the same thread
   */
  <R> R inTransaction(CallContext context, Work<R> work);

  /**
   * Whether {@link #inTransaction} works inside the host's transaction, which only the host ends.
   */
  boolean joinsHostTransaction();

  /** Work across tenants: relay, expiry, audit. It has transactions of its own. */
  Maintenance maintenance();

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work<R> {
    /** Reads, decides, and commits at most once. */
    R run(Session session);
  }
}
