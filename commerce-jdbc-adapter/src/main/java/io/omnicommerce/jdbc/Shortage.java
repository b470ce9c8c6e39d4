package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.money.ArithmeticOverflowException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why accounts did not take their change, read after it was taken back.
 *
 * @param shortfalls those that have too little
 * @param missing those that are not there and may be opened
 */
record Shortage(List<Shortfall> shortfalls, Set<String> missing) {

  /**
   * @param freeable what due groups hold of accounts and could be given back
   */
  static Shortage of(Scope scope, List<Change> refused, Map<String, Long> freeable)
      throws SQLException {
    Map<String, Balance> balances =
        new AccountRows(scope).balances(refused.stream().map(Change::id).toList());
    List<Shortfall> shortfalls = new ArrayList<>();
    Set<String> missing = new HashSet<>();
    for (Change change : refused) {
      Balance balance = balances.get(change.id());
      if (balance != null && !balance.unit().equals(change.net().unit())) {
        throw Change.unitDiffers(change.net().unit(), balance.unit(), change.account());
      }
      checkHeldByLong(change, balance);
      long takeable = takeable(change, balance) + freeable.getOrDefault(change.id(), 0L);
      if (change.net().isGuarded() && takeable < change.net().wanted()) {
        shortfalls.add(
            new Shortfall(change.account(), change.net().wanted(), Math.max(0, takeable)));
      } else if (balance == null) {
        missing.add(change.id());
      }
    }
    return new Shortage(shortfalls, missing);
  }

  private static void checkHeldByLong(Change change, @Nullable Balance balance) {
    try {
      Math.addExact(balance == null ? 0 : balance.posted(), change.net().posted());
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("posting to the account " + change.account());
    }
  }

  /** What the account can give, once its bound is left behind. */
  static long takeable(Change change, @Nullable Balance balance) {
    long left = balance == null ? 0 : balance.posted() - balance.held();
    long floor = balance == null ? change.opensAt() : balance.floorAt();
    return left - Math.max(change.floor().orElse(floor), change.net().leaves());
  }
}
