package io.omnicommerce.pricing;

import io.omnicommerce.common.Text;

/** A line of a cart and of the order it becomes; lines are ordered by it. */
public record LineId(String value) implements Comparable<LineId> {

  public LineId {
    Text.id(value, "line");
  }

  public static LineId of(String value) {
    return new LineId(value);
  }

  @Override
  public int compareTo(LineId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
