package io.omnicommerce.ledger;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One movement of a batch: so many units from one account to another.
 *
 * @param from where they are taken; a bounded account must have them
 * @param to where they go
 * @param amount how many, at least 1
 * @param unit what is counted: {@code each}, {@code 0.001 kg}, {@code GBP}; an account counts one
 *     unit for ever
 * @param leave if given, at least so many must remain available in {@code from}, when that asks for
 *     more than its floor: stock kept for walk-in customers, or, as a negative number, how far
 *     below zero a rule lets this account go
 * @param forced whether this is a fact that happened whatever the floor says: a count, a
 *     chargeback; marks the account breached
 */
public record Leg(
    AccountId from, AccountId to, long amount, String unit, OptionalLong leave, boolean forced) {

  /** A movement goes nowhere, or moves less than 1. */
  public static final ErrorCode INVALID = ErrorCode.of("ledger.invalid_leg");

  public Leg {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(leave, "leave");
    Text.id(unit, "unit");
    if (from.compareTo(to) == 0) {
      throw new InvalidInputException(
          INVALID, "leg", from.toString(), "may not go from an account to itself");
    }
    if (amount < 1) {
      throw new InvalidInputException(
          INVALID, "amount", Long.toString(amount), "must be at least 1");
    }
  }

  /** A movement that is refused where the giving account would fall below its floor. */
  public static Leg of(AccountId from, AccountId to, long amount, String unit) {
    return new Leg(from, to, amount, unit, OptionalLong.empty(), false);
  }

  /** This leg, leaving at least so many behind. */
  public Leg leaving(long atLeast) {
    return new Leg(from, to, amount, unit, OptionalLong.of(atLeast), forced);
  }

  /** This leg as a fact that no floor can refuse. */
  public Leg asForced() {
    return new Leg(from, to, amount, unit, leave, true);
  }
}
