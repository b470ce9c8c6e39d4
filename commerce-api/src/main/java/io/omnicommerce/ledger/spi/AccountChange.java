package io.omnicommerce.ledger.spi;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.money.ArithmeticOverflowException;
import java.util.Objects;

/**
 * What all steps of a decision together do to one bounded account: the input of one conditional
 * update. Refused with {@code money.overflow} if the change of what is available cannot be held.
 *
 * @param posted the change of its posted sum
 * @param held the change of what is held
 * @param leaves what must remain available, beside its floor; {@link Long#MIN_VALUE} if nothing
 *     more is asked
 * @param forced whether the floor is to be passed
 * @param opensAt the floor with which the account begins, should it not exist
 */
public record AccountChange(
    AccountId account,
    String unit,
    long posted,
    long held,
    long leaves,
    boolean forced,
    long opensAt) {

  public AccountChange {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(unit, "unit");
    checkHeldByLong(posted, held);
  }

  /** The change of what is available. */
  public long available() {
    return posted - held;
  }

  /**
   * Whether the bound is to be looked at: only a change for the worse can be refused, and only if
   * it is not forced.
   */
  public boolean isGuarded() {
    return available() < 0 && !forced;
  }

  /** What the whole decision asks of the account; 0 if it gives. */
  public long wanted() {
    return Math.max(0, -available());
  }

  private static void checkHeldByLong(long posted, long held) {
    try {
      Math.negateExact(Math.subtractExact(posted, held));
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("netting the legs of a batch");
    }
  }
}
