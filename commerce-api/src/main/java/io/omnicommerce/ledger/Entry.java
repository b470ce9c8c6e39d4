package io.omnicommerce.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the journal: what was moved, by which batch, when. Entries are never changed. A
 * carry-forward entry stands for those that were archived before it.
 *
 * @param sequence grows within an account's journal in the order in which the ledger applied the
 *     movements
 */
public record Entry(
    long sequence,
    BatchId batch,
    AccountId from,
    AccountId to,
    long amount,
    String unit,
    Instant at) {

  public Entry {
    Objects.requireNonNull(batch, "batch");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(at, "at");
  }
}
