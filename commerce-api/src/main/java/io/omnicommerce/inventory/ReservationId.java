package io.omnicommerce.inventory;

import io.omnicommerce.common.Text;

/** A reservation, by the caller's name for it. */
public record ReservationId(String value) implements Comparable<ReservationId> {

  public ReservationId {
    Text.id(value, "reservation");
  }

  public static ReservationId of(String value) {
    return new ReservationId(value);
  }

  @Override
  public int compareTo(ReservationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
