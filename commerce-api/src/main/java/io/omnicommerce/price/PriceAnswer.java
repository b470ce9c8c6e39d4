package io.omnicommerce.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import java.util.Objects;

/**
 * The price of a SKU for somebody, somewhere, at a time.
 *
 * @param list the list that gave it
 * @param from the threshold of the tier that gave it
 */
public record PriceAnswer(Sku sku, UnitPrice price, PriceListId list, Quantity from) {

  public PriceAnswer {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(from, "from");
  }
}
