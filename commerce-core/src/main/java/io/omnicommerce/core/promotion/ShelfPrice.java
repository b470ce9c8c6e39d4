package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.PromotionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The price of a SKU as the catalog shows it.
 *
 * @param price after catalog promotions
 * @param promotions those that lowered it, in their order
 */
public record ShelfPrice(UnitPrice price, List<PromotionId> promotions) {

  public ShelfPrice {
    promotions = List.copyOf(promotions);
  }

  /** A price as the catalog promotions leave it. */
  public static ShelfPrice of(
      RuleBook catalog, Basket.Buyer buyer, Sku sku, Set<String> categories, UnitPrice price) {
    if (catalog.isEmpty()) {
      return new ShelfPrice(price, List.of());
    }
    Basket basket = basket(buyer, sku, categories, price);
    return reduced(Evaluation.of(catalog, basket), basket.amounts[0], scale(buyer, price), price);
  }

  /** What catalog promotions look at: one unit, as fine as its price. */
  public static Basket basket(
      Basket.Buyer buyer, Sku sku, Set<String> categories, UnitPrice price) {
    int scale = scale(buyer, price);
    int digits = buyer.currency().getDefaultFractionDigits();
    Basket basket = new Basket(buyer, 1, 0, Basket.powerOfTen(scale - digits));
    long amount = Math.multiplyExact(price.units(), Basket.powerOfTen(scale - price.scale()));
    basket.line(0, sku, categories, price, Quantity.ONE, amount);
    return basket;
  }

  private static int scale(Basket.Buyer buyer, UnitPrice price) {
    return Math.max(price.scale(), buyer.currency().getDefaultFractionDigits());
  }

  private static ShelfPrice reduced(
      Evaluation.Outcome outcome, long amount, int scale, UnitPrice price) {
    List<PromotionId> promotions = new ArrayList<>(1);
    long[] left = {amount};
    outcome.forEach(
        (promotion, line, delivery, taken) -> {
          left[0] -= taken;
          promotions.add(promotion.id());
        });
    return promotions.isEmpty()
        ? new ShelfPrice(price, promotions)
        : new ShelfPrice(new UnitPrice(left[0], scale, price.currency()), promotions);
  }
}
