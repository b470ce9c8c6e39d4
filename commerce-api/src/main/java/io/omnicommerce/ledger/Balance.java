package io.omnicommerce.ledger;

import java.math.BigInteger;
import java.util.Objects;

/**
 * What an account holds.
 *
 * @param unit what it counts
 * @param posted the sum of its journal
 * @param held what open holds take out
 * @param floorAt what must remain
 * @param breached whether a fact has taken it below its floor and it has not healed yet
 */
public record Balance(
    AccountId account, String unit, long posted, long held, long floorAt, boolean breached) {

  public Balance {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(unit, "unit");
  }

  /** An account that nobody has named yet. */
  public static Balance none(AccountId account, String unit) {
    return new Balance(account, unit, 0, 0, 0, false);
  }

  /**
   * What may still be taken; negative when the account is breached. Never wraps around: where the
   * floor lies so far away that the difference cannot be held, it is the nearest number that can.
   */
  public long available() {
    try {
      return Math.subtractExact(Math.subtractExact(posted, held), floorAt);
    } catch (ArithmeticException beyondLong) {
      BigInteger exact = big(posted).subtract(big(held)).subtract(big(floorAt));
      return exact.max(big(Long.MIN_VALUE)).min(big(Long.MAX_VALUE)).longValueExact();
    }
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
