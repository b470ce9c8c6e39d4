package io.omnicommerce.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import java.util.Objects;

/**
 * What a customer has chosen of a gift: it counts while the promotion gives it and the SKU can be
 * given; otherwise the first of the gift that can be given is.
 *
 * @param gift which of the promotion's gifts, from 1, in the order of its benefits
 */
public record GiftChoice(PromotionId promotion, int gift, Sku sku) {

  /** The most choices that count at once. */
  public static final int CHOICES_MAX = 100;

  public GiftChoice {
    Objects.requireNonNull(promotion, "promotion");
    Objects.requireNonNull(sku, "sku");
    if (gift < 1) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE, "gift", Integer.toString(gift), "must be above 0");
    }
  }

  /** Of the first gift of a promotion, which is the only one of most. */
  public static GiftChoice of(PromotionId promotion, Sku sku) {
    return new GiftChoice(promotion, 1, sku);
  }

  /** Whether this is about the same gift, whatever was chosen of it. */
  public boolean isAboutGiftOf(GiftChoice other) {
    return gift == other.gift && promotion.equals(other.promotion);
  }
}
