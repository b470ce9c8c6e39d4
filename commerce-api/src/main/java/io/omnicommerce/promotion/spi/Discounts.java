package io.omnicommerce.promotion.spi;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.ItemFilter;
import java.util.Set;

/**
 * The goods of a cart as a benefit finds them, and the way to make them cheaper. Lines stand in the
 * order of their ids.
 */
public interface Discounts {

  /** What conditions see of the cart: its currency, its instant, who buys, and where. */
  PromotionFacts facts();

  /** How many lines there are. */
  int lines();

  /** What a line is about; lines count from 0. */
  Sku sku(int line);

  /** The categories of a line's goods. */
  Set<String> categories(int line);

  /** How much there is on a line. */
  Quantity quantity(int line);

  /** The list price of a unit. */
  UnitPrice unitPrice(int line);

  /** What remains of a line's amount. */
  Money remaining(int line);

  /**
   * Takes an amount off a line, as far as its floor allows.
   *
   * @param amount in the currency of the cart, not below zero; else the price is refused with
   *     {@code port.contract_violation}
   * @return what was taken
   */
  Money take(int line, Money amount);

  /**
   * Takes an amount off the goods that are meant, spread over their lines in proportion to what
   * remains of them.
   *
   * @param amount as in {@link #take}
   * @return what was taken
   */
  Money spread(Money amount, ItemFilter items);
}
