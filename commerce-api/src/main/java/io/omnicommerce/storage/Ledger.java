package io.omnicommerce.storage;

import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.ledger.HoldGroup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the session's tenant's accounts, holds and journal. What is read may change before the
 * commit: only the commit decides.
 */
public interface Ledger {

  /** The balances of those of these accounts that exist, in one round trip. */
  Map<AccountId, Balance> balances(Collection<AccountId> accounts);

  /**
   * As {@link #balances}, with what is held by groups that are due but not expired yet given back:
   * what a buyer may ask for, since a refused commit expires those first.
   */
  Map<AccountId, Balance> balancesWithoutDue(Collection<AccountId> accounts);

  /**
   * The balances of all holders of an item, by holder's name: a SKU at each location. Due holds are
   * given back as above.
   */
  List<Balance> balancesOf(String book, String item);

  /** A batch and, if it was held, its lines. */
  Optional<HoldGroup> batch(BatchId id);

  /** The journal of an account, oldest first. */
  Page<Entry> entries(AccountId account, PageRequest page);

  /** The journal of an account, newest first: what has happened lately, however long it is. */
  Page<Entry> entriesBackwards(AccountId account, PageRequest page);

  /**
   * What is open of confirmed lines, by account: allocated, where {@link Balance#held()} counts
   * both reserved and allocated.
   */
  Map<AccountId, Long> confirmed(Collection<AccountId> accounts);
}
