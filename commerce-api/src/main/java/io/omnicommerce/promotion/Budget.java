package io.omnicommerce.promotion;

import io.omnicommerce.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How much money a promotion may give away, over all orders: reserved when an order is begun, spent
 * with the order, free again when it ends otherwise. A budget is never overspent, whoever orders at
 * once. In a currency that it does not name the promotion is not given.
 *
 * @param amounts one a currency, not negative; 0 is never
 * @param last what becomes of a discount for which not enough is left
 */
public record Budget(List<Money> amounts, Last last) {

  /** The most that a budget can hold, in minor units. */
  public static final long MINOR_MAX = Coupon.USES_MAX;

  /** What becomes of a discount for which not enough is left. */
  public enum Last {
    /** The promotion is not given; a smaller discount may still be. */
    WHOLE_ONLY,
    /** What is left is given, as with a voucher that is used up. */
    WHAT_IS_LEFT
  }

  public Budget {
    amounts = List.copyOf(Objects.requireNonNull(amounts, "amounts"));
    Objects.requireNonNull(last, "last");
    amounts.forEach(Budget::check);
    if (amounts.isEmpty()) {
      throw Promotion.invalid("budget", "none", "must be given in one currency at least");
    }
    if (amounts.stream().map(Money::currency).distinct().count() != amounts.size()) {
      throw Promotion.invalid("budget", amounts, "must be one a currency");
    }
  }

  private static void check(Money amount) {
    if (amount.isNegative() || amount.minor() > MINOR_MAX) {
      throw Promotion.invalid("budget", amount, "must be from 0 to " + MINOR_MAX + " minor units");
    }
  }

  /** A promotion is given as long as its whole discount fits. */
  public static Budget of(Money... amounts) {
    return new Budget(List.of(Objects.requireNonNull(amounts, "amounts")), Last.WHOLE_ONLY);
  }

  /** A promotion is given as long as anything is left. */
  public static Budget downToTheLast(Money... amounts) {
    return new Budget(List.of(Objects.requireNonNull(amounts, "amounts")), Last.WHAT_IS_LEFT);
  }

  /** The budget in a currency, or empty if there is none. */
  public Optional<Money> in(Currency currency) {
    Objects.requireNonNull(currency, "currency");
    return amounts.stream().filter(amount -> amount.currency().equals(currency)).findFirst();
  }
}
