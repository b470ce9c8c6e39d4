package io.omnicommerce.jdbc;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.storage.Storage.Work;
import org.jspecify.annotations.Nullable;

/** Whose transactions a storage works in. */
sealed interface Transactions permits OwnTransactions, HostTransactions {

  <R> R run(CallContext context, Work<R> work);

  Transactions with(Setup setup);

  /** These, where callers who would wait for each other meet in lanes, or nowhere. */
  Transactions coalescing(@Nullable Lanes lanes);
}
