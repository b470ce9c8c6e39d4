package io.omnicommerce.inventory;

import io.omnicommerce.common.Text;

/** A delivery that is expected, by the host's name for it: a purchase order's number. */
public record InboundId(String value) implements Comparable<InboundId> {

  public InboundId {
    Text.id(value, "inbound");
  }

  public static InboundId of(String value) {
    return new InboundId(value);
  }

  @Override
  public int compareTo(InboundId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
