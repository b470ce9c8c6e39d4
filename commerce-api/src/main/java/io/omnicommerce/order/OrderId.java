package io.omnicommerce.order;

import io.omnicommerce.common.Text;

/** An order. */
public record OrderId(String value) implements Comparable<OrderId> {

  public OrderId {
    Text.id(value, "order");
  }

  public static OrderId of(String value) {
    return new OrderId(value);
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
