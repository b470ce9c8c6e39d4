package io.omnicommerce.catalog;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;

/**
 * What a SKU is counted in, and how finely.
 *
 * @param code the unit: {@code each}, {@code kg}
 * @param decimals the most decimals a quantity may have, 0 to {@value Quantity#SCALE_MAX}
 */
public record UnitOfMeasure(String code, int decimals) {

  /** Pieces, which are not divided. */
  public static final UnitOfMeasure EACH = new UnitOfMeasure("each", 0);

  public UnitOfMeasure {
    Text.id(code, "unit");
    if (decimals < 0 || decimals > Quantity.SCALE_MAX) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "decimals",
          Integer.toString(decimals),
          "must be from 0 to " + Quantity.SCALE_MAX);
    }
  }

  /** The unit in which the ledger counts: the smallest part, such as {@code kg/1000}. */
  public String countedIn() {
    return decimals == 0 ? code : code + "/1" + "0".repeat(decimals);
  }
}
