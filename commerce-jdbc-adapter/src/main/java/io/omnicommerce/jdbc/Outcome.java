package io.omnicommerce.jdbc;

import io.omnicommerce.storage.CommitResult;
import java.util.List;

/** How one attempt to write a decision ended. */
sealed interface Outcome {

  /** All is written and may be committed. */
  record Written(CommitResult.Applied result) implements Outcome {}

  /** It ends here, and nothing of it may stay. */
  record Ended(CommitResult result) implements Outcome {}

  /** These accounts did not take their change: too little there, or no such row. */
  record NotTaken(List<Change> changes) implements Outcome {}
}
