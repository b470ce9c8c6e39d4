package io.omnicommerce.jdbc;

import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.StorageException;

/** What somebody who waits in a lane is told. */
sealed interface Turn {

  /** To lead: to commit for all who wait. */
  record Lead() implements Turn {}

  /** To commit alone, as if there were no lane: nothing of the decision was written. */
  record Alone() implements Turn {}

  /** How the decision ended. */
  record Answered(CommitResult result) implements Turn {}

  /** That the decision may have been written. */
  record Unknown(StorageException failure) implements Turn {}
}
