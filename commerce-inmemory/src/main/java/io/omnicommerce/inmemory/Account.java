package io.omnicommerce.inmemory;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.spi.AccountChange;
import io.omnicommerce.money.ArithmeticOverflowException;

/** A bounded account's row. */
final class Account {

  final AccountId id;
  final String unit;
  long posted;
  long held;
  long floorAt;
  boolean breached;

  /** The part of {@link #held} that confirmed groups hold. */
  long confirmed;

  Account(AccountId id, String unit, long floorAt) {
    this.id = id;
    this.unit = unit;
    this.floorAt = floorAt;
    this.breached = floorAt > 0;
  }

  long left() {
    return sum(posted, -held);
  }

  /** What the change may take at most, once its own bound is left behind. */
  long takeable(AccountChange change) {
    return left() - Math.max(floorAt, change.leaves());
  }

  boolean refuses(AccountChange change) {
    return change.isGuarded()
        && sum(left(), change.available()) < Math.max(floorAt, change.leaves());
  }

  void apply(AccountChange change) {
    change(change.posted(), change.held(), change.forced());
  }

  /** Only a fact breaches; whatever else happens can only heal. */
  void change(long ofPosted, long ofHeld, boolean forced) {
    posted = sum(posted, ofPosted);
    held = sum(held, ofHeld);
    breached = (forced || breached) && left() < floorAt;
  }

  void moveFloor(long to) {
    floorAt = to;
    breached = left() < floorAt;
  }

  Balance balance(long givenBack) {
    return new Balance(id, unit, posted, held - givenBack, floorAt, breached);
  }

  private long sum(long a, long b) {
    try {
      return Math.addExact(a, b);
    } catch (ArithmeticException tooMuch) {
      throw new ArithmeticOverflowException("counting " + id);
    }
  }

  /** How to make this row again what it is now. */
  Runnable memento() {
    long postedNow = posted;
    long heldNow = held;
    long floorNow = floorAt;
    long confirmedNow = confirmed;
    boolean breachedNow = breached;
    return () -> {
      posted = postedNow;
      held = heldNow;
      floorAt = floorNow;
      confirmed = confirmedNow;
      breached = breachedNow;
    };
  }
}
