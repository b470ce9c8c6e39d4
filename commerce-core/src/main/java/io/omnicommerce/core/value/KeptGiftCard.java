package io.omnicommerce.core.value;

import io.omnicommerce.value.GiftCard;

/**
 * A gift card as it is kept.
 *
 * @param codeHash by which its code is recognized; the code itself is nowhere
 */
public record KeptGiftCard(GiftCard card, String codeHash) {

  KeptGiftCard withCard(GiftCard with) {
    return new KeptGiftCard(with, codeHash);
  }

  KeptGiftCard withCode(GiftCard changed, String hash) {
    return new KeptGiftCard(changed, hash);
  }
}
