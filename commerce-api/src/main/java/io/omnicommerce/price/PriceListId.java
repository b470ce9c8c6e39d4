package io.omnicommerce.price;

import io.omnicommerce.common.Text;

/** A price list. */
public record PriceListId(String value) implements Comparable<PriceListId> {

  public PriceListId {
    Text.id(value, "priceList");
  }

  public static PriceListId of(String value) {
    return new PriceListId(value);
  }

  @Override
  public int compareTo(PriceListId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
