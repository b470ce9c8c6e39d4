package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.spi.Netting;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ends held groups that are due. A compare-and-set on the group decides, the clock only hints. */
final class Expiry {

  private final Scope scope;

  Expiry(Scope scope) {
    this.scope = scope;
  }

  /**
   * The due groups that hold something of these accounts, oldest first. They are looked for among
   * the due ones: by account, a sold-out page would read every open line of its SKU.
   */
  List<String> dueOn(Collection<String> accounts) throws SQLException {
    String sql = scope.link().engine().dueOn(scope.link().nowSql());
    return scope.listOf(
        sql,
        "h.from_account",
        p -> p.text(scope.tenant()).now().text(scope.tenant()),
        accounts,
        row -> row.getString(1));
  }

  /** What due groups hold, by account. */
  Map<String, Long> heldByDue(Collection<String> accounts) throws SQLException {
    Map<String, Long> held = new LinkedHashMap<>();
    scope.listOf(
        scope.link().engine().heldByDue(scope.link().nowSql()),
        "h.from_account",
        p -> p.text(scope.tenant()).now().text(scope.tenant()),
        accounts,
        row -> held.put(row.getString(1), row.getLong(2)));
    return held;
  }

  /** Expires those of these groups that are due; how many it was this call that did. */
  int expire(Collection<String> ids) throws SQLException {
    Netting netting = new Netting();
    GroupRows groups = new GroupRows(scope, netting);
    groups.move(Steps.none(), ids);
    int expired = 0;
    for (String id : ids) {
      expired += groups.hasExpired(id) ? 1 : 0;
    }
    List<Change> left = new AccountRows(scope).change(Change.of(netting, List.of()), Map.of());
    if (!left.isEmpty()) {
      throw new IllegalStateException("Groups hold of accounts that are not there: " + ids);
    }
    return expired;
  }
}
