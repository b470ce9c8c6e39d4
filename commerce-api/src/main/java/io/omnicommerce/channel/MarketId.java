package io.omnicommerce.channel;

import io.omnicommerce.common.Text;

/** A market: where one set of currencies, taxes and conventions holds. */
public record MarketId(String value) implements Comparable<MarketId> {

  public MarketId {
    Text.id(value, "market");
  }

  public static MarketId of(String value) {
    return new MarketId(value);
  }

  @Override
  public int compareTo(MarketId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
