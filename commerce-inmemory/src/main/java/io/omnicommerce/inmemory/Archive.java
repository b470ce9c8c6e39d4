package io.omnicommerce.inmemory;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Entry;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces the old part of each account's journal by one entry that carries its sum forward. The
 * outside world's accounts have no sum to carry: they count all units at once.
 */
final class Archive {

  /** Where a carried sum comes from, or goes to if it is below zero. */
  private static final AccountId CARRIED = AccountId.contra("@carried");

  private static final BatchId CARRY_FORWARD = BatchId.of("carry-forward");

  private final LedgerBooks books;
  private final Instant before;
  private final Set<Entry> gone = Collections.newSetFromMap(new IdentityHashMap<>());

  Archive(LedgerBooks books, Instant before) {
    this.books = books;
    this.before = before;
  }

  /** Answers how many entries went; one that stands in two journals counts once. */
  int run() {
    for (Map.Entry<AccountId, List<Entry>> journal : books.journals().entrySet()) {
      archive(journal.getKey(), journal.getValue());
    }
    return gone.size();
  }

  private void archive(AccountId account, List<Entry> journal) {
    List<Entry> old = journal.subList(0, countOld(journal));
    if (old.isEmpty()) {
      return;
    }
    Entry last = old.get(old.size() - 1);
    long sum = LedgerAudit.sum(account, old);
    gone.addAll(old);
    old.clear();
    if (sum != 0 && !account.isContra()) {
      journal.add(0, carried(account, sum, last));
    }
  }

  private int countOld(List<Entry> journal) {
    int old = 0;
    while (old < journal.size() && journal.get(old).at().isBefore(before)) {
      old++;
    }
    return old;
  }

  private Entry carried(AccountId account, long sum, Entry last) {
    return new Entry(
        last.sequence(),
        CARRY_FORWARD,
        sum > 0 ? CARRIED : account,
        sum > 0 ? account : CARRIED,
        Math.abs(sum),
        last.unit(),
        before);
  }
}
