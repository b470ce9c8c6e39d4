package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.PromotionId;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /**
   * What a price list says of a SKU.
   *
   * @param price from which catalog promotions are taken
   * @param floor below which no promotion may bring it
   * @param isReduced whether it is reduced already
   */
  public record Listed(
      Sku sku,
      Set<String> categories,
      UnitPrice price,
      Optional<UnitPrice> floor,
      boolean isReduced) {

    /** A unit's price has the decimals of its currency at least. */
    private int scale() {
      return Math.max(price.scale(), price.currency().getDefaultFractionDigits());
    }

    private long finer() {
      return Basket.powerOfTen(scale() - price.currency().getDefaultFractionDigits());
    }

    private long amount() {
      return Math.multiplyExact(price.units(), Basket.powerOfTen(scale() - price.scale()));
    }

    /** Rounded up, if the floor is finer than the price; a price below it stays as it is. */
    private long floorAmount() {
      return floor
          .map(least -> least.toBigDecimal().movePointRight(scale()))
          .map(least -> least.setScale(0, RoundingMode.CEILING).longValueExact())
          .map(least -> Math.min(least, amount()))
          .orElse(0L);
    }
  }

  /** A price as the catalog promotions leave it. */
  public static ShelfPrice of(RuleBook catalog, Basket.Buyer buyer, Listed listed) {
    if (catalog.isEmpty()) {
      return new ShelfPrice(listed.price(), List.of());
    }
    Basket basket = basket(buyer, listed);
    return reduced(
        Evaluation.of(catalog, basket), basket.amounts[0], listed.scale(), listed.price());
  }

  /** What catalog promotions look at: one unit, as fine as its price. */
  public static Basket basket(Basket.Buyer buyer, Listed listed) {
    Basket basket = new Basket(buyer, 1, 0, listed.finer());
    basket.line(
        0, listed.sku(), listed.categories(), listed.price(), Quantity.ONE, listed.amount());
    basket.floor(0, listed.floorAmount());
    if (listed.isReduced()) {
      basket.discounted(0);
    }
    return basket;
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
