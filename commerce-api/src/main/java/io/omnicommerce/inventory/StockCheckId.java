package io.omnicommerce.inventory;

import io.omnicommerce.common.Text;
import java.util.Objects;

/** A look at a shelf, by the caller's name for it: at most {@value #LENGTH_MAX} characters. */
public record StockCheckId(String value) implements Comparable<StockCheckId> {

  /** The longest id, so that a reservation can be named after it. */
  public static final int LENGTH_MAX = 48;

  public StockCheckId {
    Text.id(Objects.requireNonNull(value, "value"), "check", LENGTH_MAX);
  }

  public static StockCheckId of(String value) {
    return new StockCheckId(value);
  }

  @Override
  public int compareTo(StockCheckId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
