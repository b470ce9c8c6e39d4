package io.omnicommerce.price;

import io.omnicommerce.catalog.NetContent;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.money.UnitPrice;
import java.util.Objects;

/**
 * What a quantity of measure costs, to be shown beside a price: EUR 1.20 per 100 g (Directive
 * 98/6/EC calls it the unit price).
 *
 * @param answer the price of the SKU
 * @param price what {@linkplain NetContent#base the base} of its content costs by that
 * @param content what is in it
 */
public record BasePrice(PriceAnswer answer, UnitPrice price, NetContent content) {

  public BasePrice {
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(content, "content");
  }

  /** What it is the price of. */
  public Sku sku() {
    return answer.sku();
  }

  /** As it may be shown: {@code EUR 1.20 per 100 g}. */
  @Override
  public String toString() {
    return price + " per " + content.base() + ' ' + content.unit();
  }
}
