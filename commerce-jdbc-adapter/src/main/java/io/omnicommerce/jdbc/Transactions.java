package io.omnicommerce.jdbc;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.storage.Storage.Work;

/** Whose transactions a storage works in. */
sealed interface Transactions permits OwnTransactions, HostTransactions {

  <R> R run(CallContext context, Work<R> work);

  Transactions with(Setup setup);
}
