package io.omnicommerce.catalog;

import io.omnicommerce.common.Text;

/** A stock keeping unit: the smallest thing that can be counted and sold. */
public record Sku(String value) implements Comparable<Sku> {

  public Sku {
    Text.id(value, "sku");
  }

  public static Sku of(String value) {
    return new Sku(value);
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
