package io.omnicommerce.value;

import io.omnicommerce.common.Reference;
import io.omnicommerce.money.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One movement on a gift card.
 *
 * @param amount what was moved, above zero; {@link Kind#adds} says which way
 * @param payment the payment that it was spent for or given back by
 */
public record GiftCardEntry(Kind kind, Money amount, Optional<Reference> payment, Instant at) {

  /** What was done. */
  public enum Kind {
    /** Issued with it, or loaded. */
    LOADED,
    /** Spent for an order. */
    SPENT,
    /** Given back by an order that was cancelled, or a return. */
    GIVEN_BACK,
    /** Left when the card had ended; it fell to the shop. */
    EXPIRED;

    /** Whether the card has more after it. */
    public boolean adds() {
      return this == LOADED || this == GIVEN_BACK;
    }
  }

  public GiftCardEntry {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(payment, "payment");
    Objects.requireNonNull(at, "at");
  }
}
