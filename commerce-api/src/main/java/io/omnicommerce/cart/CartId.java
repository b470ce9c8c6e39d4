package io.omnicommerce.cart;

import io.omnicommerce.common.Text;

/** A cart. */
public record CartId(String value) implements Comparable<CartId> {

  public CartId {
    Text.id(value, "cart");
  }

  public static CartId of(String value) {
    return new CartId(value);
  }

  @Override
  public int compareTo(CartId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
