package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.spi.AccountChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The rows of accounts: one conditional update each, whose count is the answer. */
final class AccountRows {

  // breached first: MariaDB assigns from left to right and reads what it has assigned.
  private static final String CHANGE =
      """
      UPDATE ledger_account SET
        breached = CASE WHEN posted - held + ? < floor_at AND (? = 1 OR breached = 1) THEN 1 ELSE 0 END,
        posted = posted + ?, held = held + ?
      WHERE tenant_id = ? AND id = ? AND unit = ? AND posted BETWEEN ? AND ?
        AND (? = 1 OR posted - held + ? >= GREATEST(floor_at, ?))""";

  private static final String CHANGE_AND_FLOOR =
      """
      UPDATE ledger_account SET
        breached = CASE WHEN posted - held + ? < ? THEN 1 ELSE 0 END,
        posted = posted + ?, held = held + ?, floor_at = ?
      WHERE tenant_id = ? AND id = ? AND unit = ? AND posted BETWEEN ? AND ?
        AND floor_at = COALESCE(?, floor_at)
        AND (? = 1 OR posted - held + ? >= ?)""";

  private static final String COLUMNS = "id, unit, posted, held, floor_at, breached";

  static final String BALANCES =
      "SELECT " + COLUMNS + " FROM ledger_account%w WHERE tenant_id = ? AND %s";

  private static final String CLOSE =
      "DELETE FROM ledger_account WHERE tenant_id = ? AND id = ? AND posted = 0 AND held = 0";

  private final Scope scope;

  AccountRows(Scope scope) {
    this.scope = scope;
  }

  /** Opens accounts that are not there, before anything is updated. */
  void open(List<Change> changes) throws SQLException {
    if (!scope.undo().isNeeded()) {
      List<Object[]> rows = new ArrayList<>(changes.size());
      for (Change change : changes) {
        rows.add(change.openingRow());
      }
      scope.insertNew(Table.ACCOUNT, rows);
      return;
    }
    for (Change change : changes) {
      if (scope.insertNew(Table.ACCOUNT, List.<Object[]>of(change.openingRow()))) {
        scope
            .undo()
            .add(() -> scope.link().update(CLOSE, p -> p.text(scope.tenant()).text(change.id())));
      }
    }
  }

  /**
   * Changes accounts in the order of their ids.
   *
   * @param known the floors as they were read, where a refusal is taken back by statements
   * @return those that did not take their change
   */
  List<Change> change(List<Change> changes, Map<String, Balance> known) throws SQLException {
    List<Change> refused = new ArrayList<>();
    for (int from = 0; from < changes.size(); ) {
      int to = endOfRun(changes, from);
      refused.addAll(changeRun(changes.subList(from, to), known));
      from = to;
    }
    return refused;
  }

  private static int endOfRun(List<Change> changes, int from) {
    boolean floor = changes.get(from).floor().isPresent();
    int to = from;
    while (to < changes.size() && changes.get(to).floor().isPresent() == floor) {
      to++;
    }
    return to;
  }

  private List<Change> changeRun(List<Change> run, Map<String, Balance> known) throws SQLException {
    boolean floors = run.get(0).floor().isPresent();
    int[] counts =
        floors
            ? scope.link().batch(CHANGE_AND_FLOOR, run, (p, c) -> bindFloor(p, c, known))
            : scope.link().batch(CHANGE, run, this::bind);
    List<Change> refused = new ArrayList<>();
    List<Change> taken = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      (counts[i] == 1 ? taken : refused).add(run.get(i));
    }
    if (scope.undo().isNeeded()) {
      scope.undo().add(() -> takeBack(taken, known));
    }
    return refused;
  }

  private void bind(Params p, Change change) throws SQLException {
    AccountChange net = change.net();
    long available = net.available();
    p.number(available).flag(net.forced()).number(net.posted()).number(net.held());
    bindWhere(p, change);
    p.flag(!net.isGuarded()).number(guarded(net)).number(net.leaves());
  }

  private void bindFloor(Params p, Change change, Map<String, Balance> known) throws SQLException {
    AccountChange net = change.net();
    long floor = change.floor().orElseThrow();
    long available = net.available();
    p.number(available).number(floor).number(net.posted()).number(net.held()).number(floor);
    bindWhere(p, change);
    p.number(floorOf(change, known));
    p.flag(!net.isGuarded()).number(guarded(net)).number(Math.max(floor, net.leaves()));
  }

  /** The row, if its sum stays within what a number can hold: an overflow would be an error. */
  private void bindWhere(Params p, Change change) throws SQLException {
    long posted = change.net().posted();
    p.text(scope.tenant()).text(change.id()).text(change.net().unit());
    p.number(posted < 0 ? Long.MIN_VALUE - posted : Long.MIN_VALUE);
    p.number(posted > 0 ? Long.MAX_VALUE - posted : Long.MAX_VALUE);
  }

  private static long guarded(AccountChange net) {
    return net.isGuarded() ? net.available() : 0;
  }

  /** The same changes the other way round; the rows are ours, so no bound is looked at. */
  private void takeBack(List<Change> taken, Map<String, Balance> known) throws SQLException {
    List<Change> back =
        taken.stream().map(change -> reversed(change, floorOf(change, known))).toList();
    for (int from = 0; from < back.size(); ) {
      int to = endOfRun(back, from);
      boolean floors = back.get(from).floor().isPresent();
      if (floors) {
        scope
            .link()
            .batch(CHANGE_AND_FLOOR, back.subList(from, to), (p, c) -> bindFloor(p, c, Map.of()));
      } else {
        scope.link().batch(CHANGE, back.subList(from, to), this::bind);
      }
      from = to;
    }
  }

  private static Change reversed(Change change, OptionalLong floor) {
    AccountChange net = change.net();
    AccountChange back =
        new AccountChange(
            net.account(), net.unit(), -net.posted(), -net.held(), Long.MIN_VALUE, true, 0);
    return new Change(back, change.floor().isPresent() ? floor : OptionalLong.empty());
  }

  private static OptionalLong floorOf(Change change, Map<String, Balance> known) {
    Balance balance = known.get(change.id());
    return balance == null ? OptionalLong.empty() : OptionalLong.of(balance.floorAt());
  }

  /** The balances of those of these accounts that exist, by id. */
  Map<String, Balance> balances(Collection<String> ids) throws SQLException {
    Map<String, Balance> balances = new LinkedHashMap<>();
    for (Balance balance :
        scope.listOf(BALANCES, "id", p -> p.text(scope.tenant()), ids, AccountRows::balance)) {
      balances.put(balance.account().toString(), balance);
    }
    return balances;
  }

  static Balance balance(ResultSet row) throws SQLException {
    return new Balance(
        AccountId.parse(row.getString(1)),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getInt(6) == 1);
  }
}
