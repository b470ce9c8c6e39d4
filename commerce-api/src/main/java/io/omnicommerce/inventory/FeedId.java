package io.omnicommerce.inventory;

import io.omnicommerce.common.Text;

/** Somebody else's system that tells of stock: a till, a warehouse, a partner. */
public record FeedId(String value) implements Comparable<FeedId> {

  public FeedId {
    Text.id(value, "feed");
  }

  public static FeedId of(String value) {
    return new FeedId(value);
  }

  @Override
  public int compareTo(FeedId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
