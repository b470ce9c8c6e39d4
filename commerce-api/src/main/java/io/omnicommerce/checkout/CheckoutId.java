package io.omnicommerce.checkout;

import io.omnicommerce.common.Text;

/** An attempt to turn a cart into an order. */
public record CheckoutId(String value) implements Comparable<CheckoutId> {

  public CheckoutId {
    Text.id(value, "checkout");
  }

  public static CheckoutId of(String value) {
    return new CheckoutId(value);
  }

  @Override
  public int compareTo(CheckoutId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
