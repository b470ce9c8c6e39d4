package io.omnicommerce.value;

import java.util.Objects;
import java.util.Optional;

/**
 * A gift card as it was issued.
 *
 * @param code its code, which is told this once; empty if the card was issued before under this id:
 *     a code whose answer was lost is replaced by {@link GiftCardService#replaceCode}
 */
public record IssuedGiftCard(GiftCard card, Optional<GiftCardCode> code) {

  public IssuedGiftCard {
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(code, "code");
  }
}
