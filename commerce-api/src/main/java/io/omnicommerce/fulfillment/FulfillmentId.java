package io.omnicommerce.fulfillment;

import io.omnicommerce.common.Text;

/** A job at one location for one order. */
public record FulfillmentId(String value) implements Comparable<FulfillmentId> {

  public FulfillmentId {
    Text.id(value, "fulfillment");
  }

  public static FulfillmentId of(String value) {
    return new FulfillmentId(value);
  }

  @Override
  public int compareTo(FulfillmentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
