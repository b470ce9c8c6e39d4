package io.omnicommerce.order;

import io.omnicommerce.common.Text;

/** The number of an order, which customers read out; one of its kind in a tenant. */
public record OrderNumber(String value) implements Comparable<OrderNumber> {

  public OrderNumber {
    Text.id(value, "orderNumber");
  }

  public static OrderNumber of(String value) {
    return new OrderNumber(value);
  }

  @Override
  public int compareTo(OrderNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
