package io.omnicommerce.common;

/** A customer whom the shop knows. */
public record CustomerId(String value) implements Comparable<CustomerId> {

  public CustomerId {
    Text.id(value, "customer");
  }

  public static CustomerId of(String value) {
    return new CustomerId(value);
  }

  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
