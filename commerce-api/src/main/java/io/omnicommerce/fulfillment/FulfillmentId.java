package io.omnicommerce.fulfillment;

import io.omnicommerce.common.Text;

/** A job at one location for one order: the order's id and a number. */
public record FulfillmentId(String value) implements Comparable<FulfillmentId> {

  /** The longest id, in characters: the longest id of an order, and room for a number. */
  public static final int LENGTH_MAX = Text.ID_LENGTH_MAX + 16;

  public FulfillmentId {
    Text.id(value, "fulfillment", LENGTH_MAX);
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
