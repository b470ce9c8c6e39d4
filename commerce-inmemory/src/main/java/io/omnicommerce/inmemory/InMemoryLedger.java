package io.omnicommerce.inmemory;

import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.storage.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a session can ask of the ledger. */
final class InMemoryLedger implements Ledger {

  private final InMemorySession session;

  InMemoryLedger(InMemorySession session) {
    this.session = session;
  }

  @Override
  public Map<AccountId, Balance> balances(Collection<AccountId> accounts) {
    return of(accounts, account -> account.balance(0));
  }

  @Override
  public Map<AccountId, Balance> balancesWithoutDue(Collection<AccountId> accounts) {
    Map<AccountId, Long> due = due();
    return of(accounts, account -> account.balance(due.getOrDefault(account.id, 0L)));
  }

  @Override
  public List<Balance> balancesOf(String book, String item) {
    Map<AccountId, Long> due = due();
    return books().accountsOf(book, item).stream()
        .map(account -> account.balance(due.getOrDefault(account.id, 0L)))
        .toList();
  }

  @Override
  public Optional<HoldGroup> batch(BatchId id) {
    return Optional.ofNullable(books().group(id)).map(Group::view);
  }

  @Override
  public Page<Entry> entries(AccountId account, PageRequest page) {
    Cursor cursor = Cursor.of(session.context().tenant(), "entries", account.toString());
    List<Entry> journal = books().journal(account);
    int start = cursor.read(page).map(last -> after(journal, Cursor.number(last))).orElse(0);
    int end = Math.min(journal.size(), start + page.limit());
    List<Entry> items = new ArrayList<>(journal.subList(start, end));
    Optional<String> next =
        end < journal.size()
            ? Optional.of(cursor.write(Long.toString(journal.get(end - 1).sequence())))
            : Optional.empty();
    return new Page<>(items, next);
  }

  @Override
  public Page<Entry> entriesBackwards(AccountId account, PageRequest page) {
    Cursor cursor = Cursor.of(session.context().tenant(), "backwards", account.toString());
    List<Entry> journal = books().journal(account);
    int end =
        cursor
            .read(page)
            .map(last -> after(journal, Cursor.number(last) - 1))
            .orElse(journal.size());
    int start = Math.max(0, end - page.limit());
    List<Entry> items = new ArrayList<>(journal.subList(start, end));
    Collections.reverse(items);
    Optional<String> next =
        start > 0
            ? Optional.of(cursor.write(Long.toString(journal.get(start).sequence())))
            : Optional.empty();
    return new Page<>(items, next);
  }

  @Override
  public Map<AccountId, Long> confirmed(Collection<AccountId> accounts) {
    return of(accounts, account -> account.confirmed);
  }

  private <T> Map<AccountId, T> of(Collection<AccountId> ids, Function<Account, T> value) {
    LedgerBooks books = books();
    Map<AccountId, T> found = new LinkedHashMap<>();
    for (AccountId id : ids) {
      Account account = books.account(id);
      if (account != null) {
        found.put(id, value.apply(account));
      }
    }
    return found;
  }

  /** What groups hold that are due, by account. */
  private Map<AccountId, Long> due() {
    Map<AccountId, Long> due = new HashMap<>();
    for (Group group : books().due(session.now())) {
      for (int i = 0; i < group.open.length; i++) {
        due.merge(group.legs.get(i).from(), group.open[i], Long::sum);
      }
    }
    return due;
  }

  /** Where the entries begin that follow a sequence number. */
  private static int after(List<Entry> journal, long sequence) {
    int low = 0;
    int high = journal.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (journal.get(middle).sequence() <= sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private LedgerBooks books() {
    return session.open().books();
  }
}
