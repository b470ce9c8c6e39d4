package io.omnicommerce.jdbc;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.storage.AuditFinding;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Work across tenants. Its statements are a closed list: here, in the audits and in the outbox. */
final class JdbcMaintenance implements Maintenance {

  private final OwnTransactions transactions;

  /** A group of some tenant. */
  private record Due(String tenant, String group) {}

  JdbcMaintenance(OwnTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public int expireDue(int limit) {
    List<Due> found = transactions.repeating(link -> due(link, limit));
    int expired = 0;
    for (Due due : found) {
      expired += transactions.repeating(link -> expire(link, due)) ? 1 : 0;
    }
    return expired;
  }

  private static List<Due> due(Link link, int limit) throws java.sql.SQLException {
    String sql =
        "SELECT tenant_id, id FROM ledger_batch WHERE state = 'HELD' AND expires_at <= "
            + link.nowSql()
            + " ORDER BY expires_at, id LIMIT ?";
    return link.list(
        sql, p -> p.now().number(limit), row -> new Due(row.getString(1), row.getString(2)));
  }

  private static boolean expire(Link link, Due due) throws java.sql.SQLException {
    Scope scope = new Scope(link, TenantId.of(due.tenant()), Undo.byRollback());
    boolean expired = new Expiry(scope).expire(List.of(due.group())) > 0;
    if (expired) {
      link.commit();
    }
    return expired;
  }

  @Override
  public Outbox outbox() {
    return new JdbcOutbox(transactions);
  }

  @Override
  public List<AuditFinding> audit(List<DocumentType<?>> types) {
    List<DocumentType<?>> compared = List.copyOf(types);
    return transactions.repeating(
        link -> {
          List<AuditFinding> findings = new ArrayList<>(LedgerAudit.run(link));
          for (DocumentType<?> type : compared) {
            findings.addAll(new DocumentAudit(link).run(type));
          }
          return findings;
        });
  }

  @Override
  public int archiveEntries(Instant before) {
    Objects.requireNonNull(before, "before");
    return transactions.repeating(link -> Archive.run(link, before.toEpochMilli()));
  }
}
