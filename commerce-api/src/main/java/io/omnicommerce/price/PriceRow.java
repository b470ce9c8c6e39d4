package io.omnicommerce.price;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.UnitPrice;
import java.util.Objects;

/**
 * A price from a quantity on, in a stretch of time.
 *
 * @param from the quantity of the SKU, over all lines, from which it counts
 */
public record PriceRow(Quantity from, TimeWindow window, UnitPrice price) {

  public PriceRow {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(price, "price");
  }
}
