package io.omnicommerce.delivery;

import io.omnicommerce.common.Text;

/** A delivery method. */
public record DeliveryMethodId(String value) implements Comparable<DeliveryMethodId> {

  public DeliveryMethodId {
    Text.id(value, "deliveryMethod");
  }

  public static DeliveryMethodId of(String value) {
    return new DeliveryMethodId(value);
  }

  @Override
  public int compareTo(DeliveryMethodId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
