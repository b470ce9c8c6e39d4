package io.omnicommerce.jdbc;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.storage.AuditFinding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes balances again, from open lines and from the journal: 0 rows each, or it has drifted.
 */
final class LedgerAudit {

  /** Tenant, subject, expected, actual. */
  private record Audit(String name, String sql) {}

  private static final List<Audit> AUDITS =
      List.of(
          new Audit(
              "A",
              """
              SELECT a.tenant_id, a.id, COALESCE(h.open_sum, 0), a.held
                FROM ledger_account a
                LEFT JOIN (SELECT tenant_id, from_account, SUM(open_amount) AS open_sum
                             FROM ledger_hold WHERE open_amount > 0
                            GROUP BY tenant_id, from_account) h
                  ON h.tenant_id = a.tenant_id AND h.from_account = a.id
               WHERE a.held <> COALESCE(h.open_sum, 0)"""),
          new Audit(
              "A",
              """
              SELECT h.tenant_id, h.from_account, SUM(h.open_amount), 0
                FROM ledger_hold h
                LEFT JOIN ledger_account a ON a.tenant_id = h.tenant_id AND a.id = h.from_account
               WHERE h.open_amount > 0 AND a.id IS NULL AND SUBSTRING(h.from_account, 1, 1) <> '@'
               GROUP BY h.tenant_id, h.from_account"""),
          new Audit(
              "B",
              """
              SELECT a.tenant_id, a.id, COALESCE(j.net, 0), a.posted
                FROM ledger_account a
                LEFT JOIN (SELECT tenant_id, account, SUM(amount) AS net
                             FROM (SELECT tenant_id, to_account AS account, amount
                                     FROM ledger_entry
                                    UNION ALL
                                   SELECT tenant_id, from_account, -amount FROM ledger_entry) e
                            GROUP BY tenant_id, account) j
                  ON j.tenant_id = a.tenant_id AND j.account = a.id
               WHERE a.posted <> COALESCE(j.net, 0)"""),
          new Audit(
              "C",
              """
              SELECT h.tenant_id, h.batch_id, 0, SUM(h.open_amount)
                FROM ledger_hold h
                LEFT JOIN ledger_batch b ON b.tenant_id = h.tenant_id AND b.id = h.batch_id
               WHERE h.open_amount > 0 AND (b.id IS NULL OR b.state NOT IN ('HELD', 'CONFIRMED'))
               GROUP BY h.tenant_id, h.batch_id"""),
          new Audit(
              "D",
              """
              SELECT tenant_id, id, floor_at, posted - held
                FROM ledger_account WHERE breached = 0 AND posted - held < floor_at"""));

  private LedgerAudit() {}

  static List<AuditFinding> run(Link link) throws SQLException {
    List<AuditFinding> findings = new ArrayList<>();
    for (Audit audit : AUDITS) {
      findings.addAll(
          link.list(
              audit.sql(),
              p -> {},
              row ->
                  new AuditFinding(
                      audit.name(),
                      TenantId.of(row.getString(1)),
                      row.getString(2),
                      Long.toString(row.getLong(3)),
                      Long.toString(row.getLong(4)))));
    }
    return findings;
  }
}
