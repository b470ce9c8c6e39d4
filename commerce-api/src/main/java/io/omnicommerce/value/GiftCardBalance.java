package io.omnicommerce.value;

import io.omnicommerce.money.Money;
import java.util.Objects;

/**
 * What is on a gift card.
 *
 * @param available what may still be spent
 * @param held what checkouts that have not ended yet hold of it, beside what is available
 */
public record GiftCardBalance(GiftCard card, Money available, Money held) {

  public GiftCardBalance {
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(available, "available");
    Objects.requireNonNull(held, "held");
  }
}
