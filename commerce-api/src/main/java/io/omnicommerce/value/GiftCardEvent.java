package io.omnicommerce.value;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.money.Money;
import java.util.Objects;

/**
 * What happens to a gift card. That something was spent or given back, the events of payments tell.
 */
public sealed interface GiftCardEvent extends DomainEvent {

  /** The card it happened to. */
  GiftCardId giftCard();

  /** A card was issued. */
  record GiftCardIssued(GiftCardId giftCard, Money amount) implements GiftCardEvent {
    public GiftCardIssued {
      Objects.requireNonNull(giftCard, "giftCard");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public String type() {
      return "gift_card.issued";
    }
  }

  /** More was put on a card. */
  record GiftCardLoaded(GiftCardId giftCard, Money amount) implements GiftCardEvent {
    public GiftCardLoaded {
      Objects.requireNonNull(giftCard, "giftCard");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public String type() {
      return "gift_card.loaded";
    }
  }

  /** A card was blocked, or is active again; it ends at another time, or has another code. */
  record GiftCardChanged(GiftCardId giftCard, String what) implements GiftCardEvent {
    public GiftCardChanged {
      Objects.requireNonNull(giftCard, "giftCard");
      Objects.requireNonNull(what, "what");
    }

    @Override
    public String type() {
      return "gift_card.changed";
    }
  }

  /** What was left on a card that has ended fell to the shop. */
  record GiftCardExpired(GiftCardId giftCard, Money amount) implements GiftCardEvent {
    public GiftCardExpired {
      Objects.requireNonNull(giftCard, "giftCard");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public String type() {
      return "gift_card.expired";
    }
  }
}
