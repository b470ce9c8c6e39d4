package io.omnicommerce.jdbc;

import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.storage.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a session can ask of the ledger. */
final class JdbcLedger implements Ledger {

  private static final String OF_ITEM =
      "SELECT id, unit, posted, held, floor_at, breached FROM ledger_account"
          + " WHERE tenant_id = ? AND book = ? AND item = ? ORDER BY holder";
  private static final String ENTRY =
      "SELECT seq, batch_id, from_account, to_account, amount, unit, recorded_at FROM ledger_entry";
  private static final String ENTRIES =
      "SELECT * FROM (("
          + ENTRY
          + " WHERE tenant_id = ? AND from_account = ? AND seq > ? ORDER BY seq LIMIT ?)"
          + " UNION ALL ("
          + ENTRY
          + " WHERE tenant_id = ? AND to_account = ? AND seq > ? ORDER BY seq LIMIT ?)) e"
          + " ORDER BY seq LIMIT ?";
  private static final String BACKWARDS =
      "SELECT * FROM (("
          + ENTRY
          + " WHERE tenant_id = ? AND from_account = ? AND seq < ? ORDER BY seq DESC LIMIT ?)"
          + " UNION ALL ("
          + ENTRY
          + " WHERE tenant_id = ? AND to_account = ? AND seq < ? ORDER BY seq DESC LIMIT ?)) e"
          + " ORDER BY seq DESC LIMIT ?";

  private final JdbcSession session;

  JdbcLedger(JdbcSession session) {
    this.session = session;
  }

  @Override
  public Map<AccountId, Balance> balances(Collection<AccountId> accounts) {
    return session.query(scope -> balances(scope, accounts));
  }

  @Override
  public Map<AccountId, Balance> balancesWithoutDue(Collection<AccountId> accounts) {
    return session.query(
        scope -> {
          Map<AccountId, Balance> balances = balances(scope, accounts);
          Map<String, Long> due = new Expiry(scope).heldByDue(names(balances.keySet()));
          balances.replaceAll((id, balance) -> givenBack(balance, due));
          return balances;
        });
  }

  @Override
  public List<Balance> balancesOf(String book, String item) {
    return session.query(
        scope -> {
          List<Balance> balances =
              scope
                  .link()
                  .list(
                      OF_ITEM,
                      p -> p.text(scope.tenant()).text(book).text(item),
                      AccountRows::balance);
          Map<String, Long> due =
              new Expiry(scope)
                  .heldByDue(balances.stream().map(b -> b.account().toString()).toList());
          return balances.stream().map(balance -> givenBack(balance, due)).toList();
        });
  }

  @Override
  public Optional<HoldGroup> batch(BatchId id) {
    return session.query(
        scope -> {
          List<GroupState.Row> rows =
              scope
                  .link()
                  .list(
                      "SELECT id, state, expires_at, posted_any, steps FROM ledger_batch"
                          + " WHERE tenant_id = ? AND id = ?",
                      p -> p.text(scope.tenant()).text(id.value()),
                      GroupRows::row);
          if (rows.isEmpty()) {
            return Optional.empty();
          }
          List<HoldLine> lines =
              GroupRows.lines(scope, List.of(id.value())).getOrDefault(id.value(), List.of());
          return Optional.of(group(rows.get(0), lines));
        });
  }

  private static HoldGroup group(GroupState.Row row, List<HoldLine> lines) {
    boolean ends = row.state() == HoldState.HELD && row.expiresAt() != GroupState.NEVER;
    return new HoldGroup(
        BatchId.of(row.id()),
        row.state(),
        ends ? Optional.of(Instant.ofEpochMilli(row.expiresAt())) : Optional.empty(),
        lines);
  }

  @Override
  public Page<Entry> entries(AccountId account, PageRequest page) {
    return session.query(
        scope -> {
          Cursor cursor = new Cursor(page, scope, "entries", account.toString());
          return journal(scope, ENTRIES, account, cursor, cursor.afterNumber());
        });
  }

  @Override
  public Page<Entry> entriesBackwards(AccountId account, PageRequest page) {
    return session.query(
        scope -> {
          Cursor cursor = new Cursor(page, scope, "backwards", account.toString());
          return journal(scope, BACKWARDS, account, cursor, cursor.beforeNumber());
        });
  }

  private static Page<Entry> journal(
      Scope scope, String query, AccountId account, Cursor cursor, long from) throws SQLException {
    List<Entry> entries =
        scope
            .link()
            .list(
                query,
                p -> {
                  for (int side = 0; side < 2; side++) {
                    p.text(scope.tenant()).text(account.toString()).number(from);
                    p.number(cursor.rowsToRead());
                  }
                  p.number(cursor.rowsToRead());
                },
                JdbcLedger::entry);
    return cursor.page(entries, entry -> Long.toString(entry.sequence()));
  }

  @Override
  public Map<AccountId, Long> confirmed(Collection<AccountId> accounts) {
    return session.query(
        scope -> {
          Map<String, Long> open = new LinkedHashMap<>();
          scope.listOf(
              scope.link().engine().confirmed(),
              "h.from_account",
              p -> p.text(scope.tenant()),
              names(accounts),
              row -> open.put(row.getString(1), row.getLong(2)));
          Map<AccountId, Long> confirmed = new LinkedHashMap<>();
          balances(scope, accounts)
              .keySet()
              .forEach(id -> confirmed.put(id, open.getOrDefault(id.toString(), 0L)));
          return confirmed;
        });
  }

  private static Map<AccountId, Balance> balances(Scope scope, Collection<AccountId> accounts)
      throws SQLException {
    Map<String, Balance> found = new AccountRows(scope).balances(names(accounts));
    Map<AccountId, Balance> balances = new LinkedHashMap<>();
    for (AccountId account : accounts) {
      Balance balance = found.get(account.toString());
      if (balance != null) {
        balances.put(account, balance);
      }
    }
    return balances;
  }

  private static Balance givenBack(Balance balance, Map<String, Long> due) {
    long back = due.getOrDefault(balance.account().toString(), 0L);
    return new Balance(
        balance.account(),
        balance.unit(),
        balance.posted(),
        balance.held() - back,
        balance.floorAt(),
        balance.breached());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        BatchId.of(row.getString(2)),
        AccountId.parse(row.getString(3)),
        AccountId.parse(row.getString(4)),
        row.getLong(5),
        row.getString(6),
        Instant.ofEpochMilli(row.getLong(7)));
  }

  private static List<String> names(Collection<AccountId> accounts) {
    List<String> names = new ArrayList<>(accounts.size());
    for (AccountId account : accounts) {
      names.add(account.toString());
    }
    return names;
  }
}
