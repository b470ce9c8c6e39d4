package io.omnicommerce.inmemory;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.storage.AuditFinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes a tenant's balances again, from open lines and from the journal, and compares. */
final class LedgerAudit {

  private final TenantId tenant;
  private final LedgerBooks books;
  private final List<AuditFinding> findings;

  LedgerAudit(TenantId tenant, LedgerBooks books, List<AuditFinding> findings) {
    this.tenant = tenant;
    this.books = books;
    this.findings = findings;
  }

  void run() {
    Map<AccountId, Long> open = new HashMap<>();
    Map<AccountId, Long> confirmed = new HashMap<>();
    for (Group group : books.groups()) {
      sumOpenLines(group, open);
      if (group.state == HoldState.CONFIRMED) {
        sumOpenLines(group, confirmed);
      }
      compare("C", group.id.value(), 0, group.state.isEnded() ? openIn(group) : 0);
    }
    for (Account account : books.accounts()) {
      String name = account.id.toString();
      compare("A", name, open.getOrDefault(account.id, 0L), account.held);
      compare("A", name + " confirmed", confirmed.getOrDefault(account.id, 0L), account.confirmed);
      compare("B", name, sum(account.id, books.journal(account.id)), account.posted);
      if (!account.breached && account.left() < account.floorAt) {
        find("D", name, "at least " + account.floorAt, Long.toString(account.left()));
      }
    }
  }

  /** What a journal says an account has. */
  static long sum(AccountId account, List<Entry> journal) {
    long sum = 0;
    for (Entry entry : journal) {
      sum += entry.to().equals(account) ? entry.amount() : -entry.amount();
    }
    return sum;
  }

  private static void sumOpenLines(Group group, Map<AccountId, Long> sums) {
    for (int i = 0; i < group.open.length; i++) {
      sums.merge(group.legs.get(i).from(), group.open[i], Long::sum);
    }
  }

  private static long openIn(Group group) {
    long open = 0;
    for (long amount : group.open) {
      open += amount;
    }
    return open;
  }

  private void compare(String audit, String subject, long expected, long actual) {
    if (expected != actual) {
      find(audit, subject, Long.toString(expected), Long.toString(actual));
    }
  }

  private void find(String audit, String subject, String expected, String actual) {
    findings.add(new AuditFinding(audit, tenant, subject, expected, actual));
  }
}
