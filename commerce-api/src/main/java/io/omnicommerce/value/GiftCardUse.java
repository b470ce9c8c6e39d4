package io.omnicommerce.value;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.money.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * A gift card that is to pay a part of an order.
 *
 * @param amountMax the most that is taken of it, above zero; as much as it has and is needed if
 *     empty
 */
public record GiftCardUse(GiftCardCode code, Optional<Money> amountMax) {

  public GiftCardUse {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(amountMax, "amountMax");
    amountMax.ifPresent(GiftCardUse::checkPositive);
  }

  /** As much as the card has and is needed. */
  public static GiftCardUse of(GiftCardCode code) {
    return new GiftCardUse(code, Optional.empty());
  }

  /** As much as is needed, but no more than this. */
  public static GiftCardUse upTo(GiftCardCode code, Money amountMax) {
    return new GiftCardUse(code, Optional.of(Objects.requireNonNull(amountMax, "amountMax")));
  }

  private static void checkPositive(Money amount) {
    if (!amount.isPositive()) {
      throw new InvalidInputException(
          Money.INVALID, "amountMax", amount.toString(), "must be above 0");
    }
  }
}
