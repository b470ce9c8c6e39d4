package io.omnicommerce.inmemory;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.spi.Netting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One tenant's accounts, batches and journal. */
final class LedgerBooks {

  /** Oldest first. */
  static final Comparator<Group> BY_EXPIRY =
      Comparator.<Group>comparingLong(group -> group.expiresAt).thenComparing(group -> group.id);

  private final Map<AccountId, Account> accounts = new HashMap<>();
  private final Map<Shelf, Map<String, Account>> shelves = new HashMap<>();
  private final Map<BatchId, Group> groups = new HashMap<>();
  private final Map<AccountId, List<Entry>> journals = new HashMap<>();
  private final DueQueue queue = new DueQueue();
  private long lastSequence;

  /** All holders of one item. */
  private record Shelf(String book, String item) {}

  @Nullable Account account(AccountId id) {
    return accounts.get(id);
  }

  Collection<Account> accounts() {
    return accounts.values();
  }

  Collection<Account> accountsOf(String book, String item) {
    return shelves.getOrDefault(new Shelf(book, item), Map.of()).values();
  }

  @Nullable Group group(BatchId id) {
    return groups.get(id);
  }

  Collection<Group> groups() {
    return groups.values();
  }

  Map<AccountId, List<Entry>> journals() {
    return journals;
  }

  List<Entry> journal(AccountId account) {
    return journals.getOrDefault(account, List.of());
  }

  /** The account's row, which begins at a floor if it is new. */
  Account open(AccountId id, String unit, long opensAt, Undo undo) {
    Account account = accounts.get(id);
    if (account == null) {
      account = new Account(id, unit, opensAt);
      accounts.put(id, account);
      shelf(id).put(id.holder(), account);
      undo.add(() -> close(id));
    } else if (!account.unit.equals(unit)) {
      throw new InvalidInputException(
          Netting.UNIT_MISMATCH,
          "unit",
          unit,
          "must be " + account.unit + ", in which the account " + id + " was opened");
    }
    return account;
  }

  void add(Group group, Undo undo) {
    groups.put(group.id, group);
    enqueue(group);
    undo.add(
        () -> {
          dequeue(group);
          groups.remove(group.id);
        });
  }

  /** Brings a group to another state, or to another end of its life. */
  void change(Group group, HoldState state, long expiresAt) {
    dequeue(group);
    group.state = state;
    group.expiresAt = expiresAt;
    enqueue(group);
  }

  /** How to make a group again what it is now. */
  Runnable memento(Group group) {
    HoldState state = group.state;
    long expiresAt = group.expiresAt;
    boolean posted = group.posted;
    long[] open = group.open.clone();
    return () -> {
      change(group, state, expiresAt);
      group.posted = posted;
      System.arraycopy(open, 0, group.open, 0, open.length);
    };
  }

  void write(BatchId batch, Leg leg, long amount, Instant at, Undo undo) {
    Entry entry = new Entry(++lastSequence, batch, leg.from(), leg.to(), amount, leg.unit(), at);
    List<Entry> of = journals.computeIfAbsent(leg.from(), id -> new ArrayList<>(2));
    List<Entry> to = journals.computeIfAbsent(leg.to(), id -> new ArrayList<>(2));
    of.add(entry);
    to.add(entry);
    undo.add(
        () -> {
          of.remove(of.size() - 1);
          to.remove(to.size() - 1);
          lastSequence--;
        });
  }

  /** The groups that are due, oldest first. */
  List<Group> due(Instant now) {
    List<Group> due = new ArrayList<>();
    queue.forEachDue(now.toEpochMilli(), due::add);
    due.sort(BY_EXPIRY);
    return due;
  }

  /** Expires the due groups that hold something of these accounts; answers how many. */
  int expireDueOn(Set<AccountId> shortOnes, Instant now) {
    int expired = 0;
    for (Group group : due(now)) {
      if (group.legs.stream().anyMatch(leg -> shortOnes.contains(leg.from()))) {
        expire(group);
        expired++;
      }
    }
    return expired;
  }

  void expire(Group group) {
    change(group, HoldState.EXPIRED, group.expiresAt);
    for (int i = 0; i < group.open.length; i++) {
      Account account = accounts.get(group.legs.get(i).from());
      if (account != null) {
        account.change(0, -group.open[i], false);
      }
      group.open[i] = 0;
    }
  }

  private void enqueue(Group group) {
    if (group.state == HoldState.HELD && group.expiresAt != Group.NEVER) {
      queue.add(group);
    }
  }

  private void dequeue(Group group) {
    if (group.queuePosition >= 0) {
      queue.remove(group);
    }
  }

  private Map<String, Account> shelf(AccountId id) {
    return shelves.computeIfAbsent(new Shelf(id.book(), id.item()), any -> new TreeMap<>());
  }

  private void close(AccountId id) {
    accounts.remove(id);
    shelf(id).remove(id.holder());
  }
}
