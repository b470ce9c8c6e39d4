package io.omnicommerce.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.promotion.PromotionId;
import java.util.List;
import java.util.Objects;

/**
 * A gift that a promotion gives with a cart as it is, and among what the customer may choose.
 *
 * @param title the promotion's
 * @param gift which of the promotion's gifts, from 1
 * @param quantity how many of the SKU that is chosen
 * @param choice those that are sold here and have a price, in the promotion's order
 * @param given the one that is given now: what was chosen, else the first
 */
public record OfferedGift(
    PromotionId promotion, String title, int gift, Quantity quantity, List<Sku> choice, Sku given) {

  public OfferedGift {
    Objects.requireNonNull(promotion, "promotion");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(quantity, "quantity");
    choice = List.copyOf(Objects.requireNonNull(choice, "choice"));
    Objects.requireNonNull(given, "given");
  }

  /** One of the choice instead of what is given now. */
  public GiftChoice choose(Sku sku) {
    return new GiftChoice(promotion, gift, sku);
  }
}
