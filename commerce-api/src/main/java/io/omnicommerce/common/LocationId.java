package io.omnicommerce.common;

/** A place that holds stock or hands it over: a store, a warehouse, a partner's shelf. */
public record LocationId(String value) implements Comparable<LocationId> {

  public LocationId {
    Text.id(value, "location");
  }

  public static LocationId of(String value) {
    return new LocationId(value);
  }

  @Override
  public int compareTo(LocationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
