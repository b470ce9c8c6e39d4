package io.omnicommerce.inventory;

import io.omnicommerce.common.Text;

/** A transfer between two locations, by the host's name for it. */
public record TransferId(String value) implements Comparable<TransferId> {

  public TransferId {
    Text.id(value, "transfer");
  }

  public static TransferId of(String value) {
    return new TransferId(value);
  }

  @Override
  public int compareTo(TransferId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
