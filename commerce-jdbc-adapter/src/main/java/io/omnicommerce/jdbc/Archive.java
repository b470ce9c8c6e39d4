package io.omnicommerce.jdbc;

import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Replaces a tenant's old journal entries by one entry for each bounded account, which carries its
 * sum forward. The outside world's accounts have no sum to carry: they count all units at once.
 */
final class Archive {

  /** Where a carried sum comes from, or goes to if it is below zero. */
  private static final String CARRIED = "@carried";

  private static final String OLD =
      "SELECT seq, side, from_account, to_account, amount, unit FROM ledger_entry"
          + " WHERE tenant_id = ? AND recorded_at < ? ORDER BY seq, side";
  private static final String DELETE =
      "DELETE FROM ledger_entry WHERE tenant_id = ? AND recorded_at < ?";
  private static final String CARRY =
      "INSERT INTO ledger_entry (tenant_id, seq, side, batch_id, from_account, to_account, amount,"
          + " unit, recorded_at) VALUES (?, ?, ?, 'carry-forward', ?, ?, ?, ?, ?)";

  private final Link link;
  private final String tenant;
  private final long before;
  private final Map<String, Sum> sums = new TreeMap<>();

  /** What an account's old entries come to, and where the last of them stood. */
  private record Sum(String account, long amount, String unit, long seq, int side) {

    Sum plus(Sum later) {
      return new Sum(
          account, Math.addExact(amount, later.amount), later.unit, later.seq, later.side);
    }
  }

  private Archive(Link link, String tenant, long before) {
    this.link = link;
    this.tenant = tenant;
    this.before = before;
  }

  /** One transaction for each tenant; answers how many entries went. */
  static int run(Link link, long before) throws SQLException {
    int gone = 0;
    for (String tenant :
        link.list(
            "SELECT DISTINCT tenant_id FROM ledger_entry WHERE recorded_at < ? ORDER BY tenant_id",
            p -> p.number(before),
            row -> row.getString(1))) {
      gone += new Archive(link, tenant, before).run();
      link.commit();
    }
    return gone;
  }

  private int run() throws SQLException {
    int read =
        link.list(
                OLD,
                p -> p.text(tenant).number(before),
                row -> {
                  long seq = row.getLong(1);
                  int side = row.getInt(2);
                  long amount = row.getLong(5);
                  String unit = row.getString(6);
                  add(new Sum(row.getString(3), -amount, unit, seq, side == 0 ? 1 : side));
                  add(new Sum(row.getString(4), amount, unit, seq, side == 0 ? 2 : side));
                  return seq;
                })
            .size();
    int deleted = link.update(DELETE, p -> p.text(tenant).number(before));
    if (deleted != read) {
      // An old entry was committed between the question and the answer.
      throw StorageException.conflict("journal");
    }
    carry();
    return deleted;
  }

  private void add(Sum one) {
    if (!one.account().startsWith("@")) {
      sums.merge(one.account(), one, Sum::plus);
    }
  }

  private void carry() throws SQLException {
    List<Sum> carried = new ArrayList<>(sums.values());
    carried.removeIf(sum -> sum.amount() == 0);
    link.batch(
        CARRY,
        carried,
        (p, sum) -> {
          p.text(tenant).number(sum.seq()).number(sum.side());
          p.text(sum.amount() > 0 ? CARRIED : sum.account());
          p.text(sum.amount() > 0 ? sum.account() : CARRIED);
          p.number(Math.abs(sum.amount())).text(sum.unit()).number(before);
        });
  }
}
