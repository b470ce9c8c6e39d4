package io.omnicommerce.returns;

import io.omnicommerce.common.Text;

/** A return, by the number that the customer brings. */
public record RmaId(String value) implements Comparable<RmaId> {

  public RmaId {
    Text.id(value, "rma");
  }

  public static RmaId of(String value) {
    return new RmaId(value);
  }

  @Override
  public int compareTo(RmaId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
