package io.omnicommerce.money;

import java.math.BigDecimal;
import java.util.Objects;

/** How an exact amount becomes one that can be paid in coins. */
public enum CashRounding {
  /** At once. The default. */
  ONE_STEP,
  /** First to the currency's minor unit, then to the coin. */
  TWO_STEP;

  /**
   * Rounds an exact amount to coins: 19.445 is 19.40 at a step of 0.10 in one step, and 19.50 in
   * two, because it is 19.45 first.
   *
   * @param major the exact amount in major units
   * @param step the smallest coin
   * @throws io.omnicommerce.common.InvalidInputException {@code money.invalid_amount} if the step
   *     is not above zero, or the amount has more than 100 digits
   * @throws ArithmeticOverflowException if the result cannot be held
   */
  public Money round(BigDecimal major, Money step, Rounding rounding) {
    Objects.requireNonNull(major, "major");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(rounding, "rounding");
    BigDecimal coin = step.toBigDecimal();
    BigDecimal unit = Money.ofMinor(1, step.currency()).toBigDecimal();
    BigDecimal first = this == TWO_STEP ? rounding.toStep(major, unit) : major;
    return Money.of(rounding.toStep(first, coin), step.currency());
  }
}
