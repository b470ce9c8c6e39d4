package io.omnicommerce.order;

import io.omnicommerce.common.Text;
import java.util.Locale;

/**
 * The number of an order, which customers read out; one of its kind in a tenant. It is found in
 * small and large letters, with and without dashes: two numbers that differ in nothing else are
 * taken for one.
 */
public record OrderNumber(String value) implements Comparable<OrderNumber> {

  public OrderNumber {
    Text.id(value, "orderNumber");
  }

  public static OrderNumber of(String value) {
    return new OrderNumber(value);
  }

  /** What is compared when an order is looked up: capitals, without dashes and blanks. */
  public String plain() {
    String plain = value.replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
    return plain.isEmpty() ? value : plain;
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
