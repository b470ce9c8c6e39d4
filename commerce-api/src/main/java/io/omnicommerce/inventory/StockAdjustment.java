package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import java.util.Objects;

/**
 * Stock that was found or is gone, as a fact.
 *
 * @param quantity how much, above zero
 * @param direction whether it was found or is gone
 */
public record StockAdjustment(Sku sku, Quantity quantity, Direction direction) {

  /** Whether there is more or less than was known. */
  public enum Direction {
    /** There is more than was known. */
    FOUND,
    /** There is less than was known. */
    GONE
  }

  public StockAdjustment {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(direction, "direction");
    if (quantity.isZero()) {
      throw new InvalidInputException(
          Quantity.INVALID,
          "quantity",
          "0",
          "must be above 0; nothing changed needs no adjustment");
    }
  }

  /** So much more is there than was known. */
  public static StockAdjustment found(Sku sku, Quantity quantity) {
    return new StockAdjustment(sku, quantity, Direction.FOUND);
  }

  /** So much less is there than was known: lost, broken, stolen. */
  public static StockAdjustment gone(Sku sku, Quantity quantity) {
    return new StockAdjustment(sku, quantity, Direction.GONE);
  }
}
