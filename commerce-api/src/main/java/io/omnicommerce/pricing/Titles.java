package io.omnicommerce.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.promotion.PromotionId;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the things of a priced cart are called, for texts. What has no title here is told by its id.
 *
 * @param goods what the catalog calls them
 * @param lists the price lists that gave something
 * @param promotions those that stand in the trace by their ids only
 * @param zone whose clocks show the time: of the location, or of all locations from which the
 *     channel sells; times are told in UTC if there is none
 */
public record Titles(
    Map<Sku, String> goods,
    Map<PriceListId, String> lists,
    Map<PromotionId, String> promotions,
    Optional<ZoneId> zone) {

  /** Everything by its id. */
  public static final Titles NONE = new Titles(Map.of(), Map.of(), Map.of(), Optional.empty());

  public Titles {
    goods = Map.copyOf(Objects.requireNonNull(goods, "goods"));
    lists = Map.copyOf(Objects.requireNonNull(lists, "lists"));
    promotions = Map.copyOf(Objects.requireNonNull(promotions, "promotions"));
    Objects.requireNonNull(zone, "zone");
  }

  /** The title of goods, or their SKU. */
  public String of(Sku sku) {
    return goods.getOrDefault(Objects.requireNonNull(sku, "sku"), sku.value());
  }

  /** The title of a price list, or its id. */
  public String of(PriceListId list) {
    return lists.getOrDefault(Objects.requireNonNull(list, "list"), list.value());
  }

  /** The title of a promotion, or its id. */
  public String of(PromotionId promotion) {
    return promotions.getOrDefault(
        Objects.requireNonNull(promotion, "promotion"), promotion.value());
  }
}
